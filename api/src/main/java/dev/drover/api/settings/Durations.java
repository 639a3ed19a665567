package dev.drover.api.settings;

import dev.drover.api.text.Printable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a number and one of ms, s, m, h; {@code 500ms}, {@code 6.5s}, {@code 4h}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)(ms|s|m|h)");

    private static final BigDecimal LONGEST_MILLIS = BigDecimal.valueOf(Long.MAX_VALUE);

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @return zero or more, in whole milliseconds
     * @throws IllegalArgumentException if the text is not one, or asks for a part of a millisecond
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration: '" + Printable.excerpt(text)
                    + "' (expected: a number and ms, s, m or h, such as 500ms)");
        }
        BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitMillis(matcher.group(2))));
        if (millis.setScale(0, RoundingMode.DOWN).compareTo(millis) != 0) {
            throw new IllegalArgumentException(
                    "duration: '" + Printable.excerpt(text) + "' (expected: whole milliseconds)");
        }
        return Duration.ofMillis(millis.longValueExact());
    }

    /**
     * Writes a duration in the largest unit that gives a whole number, such as {@code 1500ms} or {@code 2m}.
     *
     * <p>{@link #parse} reads it back if it is zero or more, in whole milliseconds, and under 31 years; any other is
     * written too, for error messages: {@code -5ms}, {@code 0.25ms}.
     */
    public static String write(Duration duration) {
        BigDecimal exactMillis = BigDecimal.valueOf(duration.getSeconds())
                .scaleByPowerOfTen(3)
                .add(BigDecimal.valueOf(duration.getNano()).scaleByPowerOfTen(-6));
        if (exactMillis.stripTrailingZeros().scale() > 0 || exactMillis.abs().compareTo(LONGEST_MILLIS) > 0) {
            return exactMillis.stripTrailingZeros().toPlainString() + "ms";
        }
        long millis = exactMillis.longValueExact();
        for (String unit : new String[] {"h", "m", "s"}) {
            if (millis != 0 && millis % unitMillis(unit) == 0) {
                return millis / unitMillis(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static long unitMillis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }
}
