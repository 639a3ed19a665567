package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import dev.drover.decision.rotate.Access.Reason;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random fleets, roomy, tight or too small, and states that one may be in. */
final class AnyRehearsal {

    private static final int MAX_REGIONS = 6;
    private static final int MAX_EDGES = 12;

    private AnyRehearsal() {}

    /** Any fleet; its demand is a part of what all regions may serve at most. */
    static Arbitrary<Rehearsal> fleets(double leastFilled, double mostFilled) {
        return Combinators.combine(
                        Arbitraries.integers().between(2, MAX_REGIONS),
                        Arbitraries.integers().between(1, MAX_EDGES),
                        Arbitraries.doubles().between(leastFilled, mostFilled),
                        Arbitraries.longs())
                .as(AnyRehearsal::fleet);
    }

    private static Rehearsal fleet(int regions, int edges, double filled, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        SortedMap<RegionId, Double> capacity = new TreeMap<>();
        double capacityRps = 0;
        for (int i = 0; i < regions; i++) {
            double rps = 100 + dice.nextInt(900);
            capacity.put(RegionId.of("region-" + i), rps);
            capacityRps += rps;
        }
        double[] parts = dice.doubles(edges, 0.1, 1).toArray();
        double whole = 0;
        for (double part : parts) {
            whole += part;
        }
        SortedMap<EdgeId, EdgeDemand> demands = new TreeMap<>();
        for (int i = 0; i < edges; i++) {
            double rps = parts[i] / whole * filled * capacityRps * Rehearsal.UTILIZATION.max();
            demands.put(EdgeId.of("edge-" + i), new EdgeDemand(rps, latencies(capacity, dice), new TreeSet<>()));
        }
        return new Rehearsal(capacity, demands);
    }

    /** To most regions; to one at least. */
    private static SortedMap<RegionId, Double> latencies(SortedMap<RegionId, Double> regions, SplittableRandom dice) {
        SortedMap<RegionId, Double> latencies = new TreeMap<>();
        for (RegionId region : regions.keySet()) {
            if (dice.nextInt(5) > 0) {
                latencies.put(region, 1.0 + dice.nextInt(200));
            }
        }
        if (latencies.isEmpty()) {
            latencies.put(regions.firstKey(), 1.0);
        }
        return latencies;
    }

    /** Something that is the matter with a fleet. */
    enum Trouble {
        NONE,
        LOST,
        DOWN,
        EVACUATED,
        LEAVING,
        RETURNING,
        DEGRADED,
        DEGRADED_BESIDE_DOWN,
        UNREACHABLE
    }

    /** Brings it about, in the first region by name. */
    static void happen(Trouble trouble, Rehearsal fleet) {
        List<RegionId> regions = fleet.fleet().regions();
        RegionId first = regions.get(0);
        RegionId second = regions.get(1);
        switch (trouble) {
            case NONE -> {}
            case LOST -> fleet.close(first, Reason.LOST);
            case DOWN -> fleet.close(first, Reason.DOWN);
            case EVACUATED -> fleet.close(first, Reason.ORDER);
            case LEAVING -> fleet.leave(first, 60);
            case RETURNING -> {
                fleet.close(first, Reason.DOWN).step();
                fleet.returnTo(first, 25);
            }
            case DEGRADED -> fleet.degrade(first, 70);
            case DEGRADED_BESIDE_DOWN -> fleet.close(second, Reason.DOWN).degrade(first, 70);
            case UNREACHABLE ->
                fleet.fleet().edges().keySet().stream().limit(2).forEach(edge -> fleet.avoid(edge, first));
        }
    }
}
