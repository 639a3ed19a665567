package dev.drover.simulation.region;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;

/**
 * A region that serves users as long as there are not too many.
 *
 * <p>From 90 % of its capacity on it becomes slower; beyond {@link #REFUSES_FROM} of it, it tells the surplus to come
 * back later; beyond {@link #COLLAPSES_FROM} half of all requests are never answered.
 */
public final class SimulatedRegion {

    private static final double LOAD_SECONDS = 4;
    private static final double SLOWS_FROM = 0.9;
    private static final double REFUSES_FROM = 1.2;
    private static final double COLLAPSES_FROM = 1.8;
    private static final double SERVICE_NANOS = 8e6;

    private final RegionId id;
    private final double capacityRps;
    private final double baseErrors;
    private final VirtualTime time;
    private final Dice dice;
    private RegionFault fault = RegionFault.NONE;
    private double strength = 1;
    private long faultSinceNanos;
    private double loadRps;
    private long loadNanos;

    /**
     * A region without a fault.
     *
     * @param capacityRps what it can serve
     * @param baseErrors which part of its answers are errors on the best of days, 0 to 1
     */
    public SimulatedRegion(RegionId id, double capacityRps, double baseErrors, VirtualTime time, Dice dice) {
        this.id = id;
        this.capacityRps = capacityRps;
        this.baseErrors = baseErrors;
        this.time = time;
        this.dice = dice;
    }

    /** Which one. */
    public RegionId id() {
        return id;
    }

    /** From now on. */
    public void set(RegionFault newFault) {
        fault = newFault;
        faultSinceNanos = time.nanos();
    }

    /** From now on it really serves that part of its capacity, 0 to 1, whatever it was tested for. */
    public void setStrength(double part) {
        strength = part;
    }

    /** What is wrong with it now. */
    public RegionFault fault() {
        return fault;
    }

    /** A probe comes; it counts as no load. */
    public Answer probed() {
        return answer(true, utilization());
    }

    /** A user's request comes. */
    public Answer requested() {
        double decayed = loadRps();
        loadRps = decayed + 1 / LOAD_SECONDS;
        loadNanos = time.nanos();
        double utilization = utilization();
        if (utilization > REFUSES_FROM && dice.chance(1 - REFUSES_FROM / utilization)) {
            return new Answer(
                    utilization > COLLAPSES_FROM && dice.chance(0.5) ? Answer.Kind.SILENT : Answer.Kind.OVERLOADED,
                    (long) SERVICE_NANOS);
        }
        return answer(false, utilization);
    }

    /** Users' requests of the last few seconds, in requests/s. */
    public double loadRps() {
        double seconds = (time.nanos() - loadNanos) / 1e9;
        return loadRps * StrictMath.exp(-seconds / LOAD_SECONDS);
    }

    private double utilization() {
        double served = capacityRps * strength;
        return served > 0 ? loadRps() / served : 1;
    }

    private Answer answer(boolean isProbe, double utilization) {
        Answer.Kind kind = fault.answer(isProbe, time.nanos() - faultSinceNanos, dice);
        if (kind == Answer.Kind.SERVED && dice.chance(baseErrors)) {
            kind = Answer.Kind.FAILED;
        }
        double slower = fault.kind() == RegionFault.Kind.SLOW ? fault.amount() : 1;
        double crowded = 1 + Math.max(0, utilization - SLOWS_FROM) * 10;
        return new Answer(kind, (long) (SERVICE_NANOS * slower * crowded * dice.between(0.8, 1.2)));
    }
}
