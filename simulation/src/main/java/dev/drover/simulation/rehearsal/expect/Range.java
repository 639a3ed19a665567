package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.reading.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers will do.
 *
 * @param atLeast no smaller one; absent for no bound
 * @param atMost no larger one; absent for no bound
 */
record Range(@Nullable Double atLeast, @Nullable Double atMost) {

    /** The keys that a range is written with. */
    static final List<String> KEYS = List.of("is", "atLeast", "atMost");

    /** What arithmetic loses. */
    private static final double TOLERANCE = 1e-9;

    private static final double DIGITS = 1e4;

    /** Reads a range of numbers that lie between 0 and that. */
    static Range read(Fields fields, double most) {
        if (fields.has("is")) {
            if (fields.has("atLeast") || fields.has("atMost")) {
                throw fields.fault("is", "beside atLeast or atMost (expected: either)");
            }
            double exactly = fields.number("is", 0, most);
            return new Range(exactly, exactly);
        }
        Double least = fields.has("atLeast") ? Double.valueOf(fields.number("atLeast", 0, most)) : null;
        Double largest = fields.has("atMost") ? Double.valueOf(fields.number("atMost", 0, most)) : null;
        if (least == null && largest == null) {
            throw fields.fault("atMost", "missing (expected: is, atLeast or atMost)");
        }
        if (least != null && largest != null && least > largest) {
            throw fields.fault("atLeast", shown(least) + " (expected: not more than atMost, " + shown(largest) + ")");
        }
        return new Range(least, largest);
    }

    static Range atMost(double most) {
        return new Range(null, most);
    }

    boolean accepts(double number) {
        return (atLeast == null || number >= atLeast - TOLERANCE) && (atMost == null || number <= atMost + TOLERANCE);
    }

    /** A number as it is read most easily. */
    static String shown(double number) {
        double rounded = Math.rint(number * DIGITS) / DIGITS;
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%d", (long) rounded)
                : Double.toString(rounded);
    }

    @Override
    public String toString() {
        List<String> bounds = new ArrayList<>();
        if (atLeast != null && atLeast.equals(atMost)) {
            return shown(atLeast);
        }
        if (atLeast != null) {
            bounds.add("at least " + shown(atLeast));
        }
        if (atMost != null) {
            bounds.add("at most " + shown(atMost));
        }
        return String.join(" and ", bounds);
    }
}
