package dev.drover.simulation.rehearsal;

import java.util.List;

/** A scenario that cannot be read, with everything that is wrong with it. */
public final class UnreadableScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    /** Each fault as {@code file:line:column: what is wrong (expected: ...)}. */
    public UnreadableScenarioException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line:column: what is wrong (expected: ...)}. */
    public List<String> faults() {
        return faults;
    }
}
