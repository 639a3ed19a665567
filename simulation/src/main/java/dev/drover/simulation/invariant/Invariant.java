package dev.drover.simulation.invariant;

import dev.drover.simulation.history.Fact;
import java.util.function.Consumer;

/** A promise of the product, and how a bystander who sees everything notices that it is broken. */
public interface Invariant {

    /** Its id, as docs/simulation.md lists it. */
    String id();

    /** What is promised, in one sentence. */
    String promise();

    /**
     * Looks at a fact.
     *
     * @param nanos when it happened, since the beginning of the run
     * @param broken is told if the promise is broken by it: how, with the numbers
     */
    void saw(Fact fact, long nanos, Consumer<String> broken);
}
