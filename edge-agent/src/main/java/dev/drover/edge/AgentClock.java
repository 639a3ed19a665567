package dev.drover.edge;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of an agent.
 *
 * @param wall for people
 * @param nanos monotonic, for everything that is measured
 */
public record AgentClock(InstantSource wall, LongSupplier nanos) {

    /** The machine's. */
    public static final AgentClock SYSTEM = new AgentClock(InstantSource.system(), System::nanoTime);

    Now now() {
        return new Now(nanos.getAsLong(), wall.instant());
    }
}
