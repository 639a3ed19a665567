package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import java.util.Optional;

/**
 * A number that is counted over a time.
 *
 * @param what is counted, such as {@code moved slots}
 * @param count of it
 * @param range that it must be in
 * @param window the time
 */
record Counted(String what, Count count, Range range, Timing window) implements Expectation {

    /** Counts something from one time until another, both included. */
    @FunctionalInterface
    interface Count {
        double of(Recording recording, long fromNanos, long untilNanos);
    }

    @Override
    public String words() {
        return what + " " + range + ", " + window;
    }

    @Override
    public Optional<String> broken(Recording recording) {
        double counted = count.of(recording, window.fromNanos(), Math.min(window.untilNanos(), recording.endNanos()));
        return range.accepts(counted)
                ? Optional.empty()
                : Optional.of(window + ": " + what + " " + Range.shown(counted) + " (expected: " + range + ")");
    }
}
