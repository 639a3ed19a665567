package dev.drover.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
public final class Ages {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Ages() {}

    /**
     * A duration in its two largest units at most: {@code 42s}, {@code 12m}, {@code 3h20m}, {@code 2d4h}; negative ones,
     * which clocks that differ make, as {@code 0s}.
     */
    public static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < Duration.ofHours(2).toSeconds()) {
            return seconds / 60 + "m";
        }
        return seconds < Duration.ofDays(2).toSeconds()
                ? pair(seconds / 3600, "h", seconds % 3600 / 60, "m")
                : pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    /** The time from one instant to another. */
    public static String between(Instant from, Instant to) {
        return of(Duration.between(from, to));
    }

    /** An instant to the second, in UTC. */
    public static String instant(Instant instant) {
        return UTC.format(instant);
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
