package dev.drover.simulation.history;

/**
 * A promise that was broken.
 *
 * @param invariant its id, such as {@code I1}
 * @param nanos when, since the beginning of the run
 * @param what happened, in words and numbers
 */
public record Violation(String invariant, long nanos, String what) {

    @Override
    public String toString() {
        return invariant + " at " + History.clock(nanos) + ": " + what;
    }
}
