package dev.drover.simulation.history;

/** Sees every fact as it happens. */
@FunctionalInterface
public interface Witness {

    /** It happened just now. */
    void saw(Fact fact, long nanos);
}
