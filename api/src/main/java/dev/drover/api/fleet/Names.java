package dev.drover.api.fleet;

import dev.drover.api.text.Printable;
import java.util.regex.Pattern;

/** The one rule for names that travel: short, and safe in paths, URLs, metrics and terminals. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Means "nobody" wherever a region is expected, so that no region may bear it. */
    static final String SHED = "shed";

    private Names() {}

    static void check(String kind, String value) {
        if (!NAME.matcher(value).matches() || value.equals(SHED)) {
            throw new IllegalArgumentException(kind + " name: '" + Printable.excerpt(value)
                    + "' (expected: 1 to 63 of a-z, 0-9 and '-', starting with a letter or digit, and not '" + SHED
                    + "')");
        }
    }
}
