package dev.drover.simulation.rehearsal.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A value over time: what it was when, and when it changed.
 *
 * <p>Times are ns since the scenario's beginning; what comes before it, the warm-up, is below zero.
 *
 * @param <T> of values that equal each other when nothing has changed
 */
public final class Timeline<T> {

    /** Far more than any value changes in a rehearsal; what comes after it is a fault of the rehearsal's. */
    private static final int MOST_CHANGES = 500_000;

    private final List<Change<T>> changes = new ArrayList<>();

    /**
     * What a value became.
     *
     * @param nanos when
     */
    public record Change<T>(long nanos, T value) {}

    /** A value that has always been so. */
    public Timeline(T initial) {
        changes.add(new Change<>(Long.MIN_VALUE, initial));
    }

    /** From that time on it is that; not before the time of the last change. Several at one time: the last counts. */
    public void set(long nanos, T value) {
        Change<T> last = changes.get(changes.size() - 1);
        if (nanos < last.nanos()) {
            throw new IllegalArgumentException("nanos: " + nanos + " (expected: " + last.nanos() + " or later)");
        }
        if (last.value().equals(value)) {
            return;
        }
        if (changes.size() >= MOST_CHANGES) {
            throw new IllegalStateException(changes.size() + " changes of one value (expected: fewer)");
        }
        changes.add(new Change<>(nanos, value));
    }

    /** What it was at that time, changes of that very moment included. */
    public T at(long nanos) {
        int low = 0;
        int high = changes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (changes.get(middle).nanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return changes.get(low).value();
    }

    /** What it became after the one time and until the other, that one included; in order. */
    public List<Change<T>> changes(long afterNanos, long untilNanos) {
        return changes.stream()
                .filter(change -> change.nanos() > afterNanos && change.nanos() <= untilNanos)
                .toList();
    }
}
