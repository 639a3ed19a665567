package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import java.util.Optional;

/** A state that must be at its time. */
record Timed(State state, Timing timing) implements Expectation {

    @Override
    public String words() {
        return state.subject() + " " + state.expected() + ", " + timing;
    }

    @Override
    public Optional<String> broken(Recording recording) {
        return timing.broken(state, recording);
    }
}
