package dev.drover.api.cause;

import dev.drover.api.fleet.RegionId;
import java.util.Locale;

/**
 * Why a hand-over must wait.
 *
 * @param kind what is wrong
 * @param region where
 * @param value what was found, a ratio; of its capacity, answers or requests
 * @param limit above which it waits
 */
public record Strain(Kind kind, RegionId region, double value, double limit) {

    /** What may be wrong. */
    public enum Kind {
        /** Too many requests fail. */
        FAILING,
        /** Too many answers are late. */
        LATE,
        /** It is planned fuller than was foreseen. */
        FULL
    }

    /** The strain in words, such as {@code eu-west-1 fails at least 4.0 % (limit 2.0 %)}. */
    public String sentence() {
        String what =
                switch (kind) {
                    case FAILING -> " fails at least ";
                    case LATE -> " is late with at least ";
                    case FULL -> " is planned at ";
                };
        return region + what + percent(value) + " (limit " + percent(limit) + ")";
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
    }
}
