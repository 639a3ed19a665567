package dev.drover.simulation.mutant;

import dev.drover.simulation.history.Violation;
import dev.drover.simulation.swarm.SeedRun;

/** Runs a seed in whatever class loader it lives in. */
public final class Probe {

    private Probe() {}

    /** The id of the promise that was broken; empty if none was. */
    public static String brokenPromise(long seed) {
        return SeedRun.of(seed).violation().map(Violation::invariant).orElse("");
    }
}
