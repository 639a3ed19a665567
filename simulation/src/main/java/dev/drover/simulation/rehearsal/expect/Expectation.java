package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import java.util.Optional;

/** What must hold of a rehearsal. A function of what was recorded, and of nothing else. */
public interface Expectation {

    /** It in words, such as {@code us-east-1 is LOST, by 3s}. */
    String words();

    /**
     * Looks whether it holds.
     *
     * @return nothing if it does; else when it did not, what was found and what was expected, such as
     *     {@code at 14s: us-west-2 planned at 0.97 (expected: at most 0.95)}
     */
    Optional<String> broken(Recording recording);
}
