package dev.drover.api.settings;

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
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    /** Throws IllegalArgumentException unless the text has 1 to so many characters, none of them a control one. */
    public static void text(String name, String value, int mostCharacters) {
        boolean printable = value.chars().noneMatch(Character::isISOControl);
        if (value.isBlank() || value.length() > mostCharacters || !printable) {
            throw new IllegalArgumentException(name + ": "
                    + (value.isBlank() ? "blank" : value.length() + " characters")
                    + " (expected: 1 to " + mostCharacters + " printable characters)");
        }
    }
}
