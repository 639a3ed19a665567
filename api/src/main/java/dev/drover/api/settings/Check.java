package dev.drover.api.settings;

import dev.drover.api.text.Printable;
import java.time.Duration;

/** Range checks whose errors carry the name, the value and what was expected. */
public final class Check {

    private Check() {}

    /** Throws IllegalArgumentException unless the duration is within the bounds, both included. */
    public static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + ": " + Durations.write(value) + " (expected: "
                    + Durations.write(least) + " to " + Durations.write(most) + ")");
        }
    }

    /** Throws IllegalArgumentException unless the number is within the bounds, both included; NaN is not. */
    public static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + ": " + plain(value) + " (expected: " + plain(least) + " to " + plain(most) + ")");
        }
    }

    /** Throws IllegalArgumentException unless the whole number is within the bounds, both included. */
    public static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    /**
     * Throws IllegalArgumentException unless the text has 1 to so many characters, all printable (as
     * {@link Printable} says) and not all of them spaces.
     */
    public static void text(String name, String value, int mostCharacters) {
        boolean blank = Printable.isBlank(value);
        if (blank || value.length() > mostCharacters || !Printable.is(value)) {
            throw new IllegalArgumentException(
                    name + ": " + (blank ? "blank" : value.length() + " characters, '" + Printable.excerpt(value) + "'")
                            + " (expected: 1 to " + mostCharacters + " printable characters)");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
