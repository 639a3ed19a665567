package dev.drover.cli.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.Utilization;
import dev.drover.decision.solve.SteeringProblem;
import dev.drover.decision.solve.SteeringProblemBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A problem as people write it; {@code docs/solve.md} explains every field.
 *
 * <p>Its constructors throw IllegalArgumentException naming the place within the record, the value and what was
 * expected.
 *
 * @param utilization up to where nearness decides, and what is never exceeded
 * @param moveCostMs what it costs to move a request/s to another region, in ms of latency; 0 to 1e6
 * @param regions by name; 1 to 256
 * @param edges by name; 1 to 100,000
 * @param previous how many slots each owner had, by edge, 10,000 in all; edges may be missing; null if there was nothing
 */
record SolverFile(
        Utilization utilization,
        double moveCostMs,
        SortedMap<RegionId, Region> regions,
        SortedMap<EdgeId, Edge> edges,
        @Nullable SortedMap<EdgeId, SortedMap<Owner, Integer>> previous) {

    /**
     * A region.
     *
     * @param capacityRps what it may serve, in requests/s; 0 to 1e12; 0 if it is closed
     */
    record Region(double capacityRps) {
        Region {
            Check.within("capacityRps", capacityRps, 0, SteeringProblem.MAX_RPS);
        }
    }

    /**
     * An edge.
     *
     * @param demandRps of its users, in requests/s; 0 to 1e12
     * @param latencyMs to each region that they may go to; 0 to 1e6; a region not named is not allowed
     */
    record Edge(double demandRps, SortedMap<RegionId, Double> latencyMs) {
        Edge {
            Check.within("demandRps", demandRps, 0, SteeringProblem.MAX_RPS);
            latencyMs = Collections.unmodifiableSortedMap(new TreeMap<>(latencyMs));
            latencyMs.forEach((region, ms) -> Check.within("latencyMs/" + region, ms, 0, SteeringProblem.MAX_MS));
        }
    }

    SolverFile {
        Check.within("moveCostMs", moveCostMs, 0, SteeringProblem.MAX_MS);
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        previous = previous == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(previous));
        count("regions", regions.size(), SteeringProblem.MAX_REGIONS);
        count("edges", edges.size(), SteeringProblem.MAX_EDGES);
        for (Map.Entry<EdgeId, Edge> edge : edges.entrySet()) {
            for (RegionId region : edge.getValue().latencyMs.keySet()) {
                known("edges/" + edge.getKey() + "/latencyMs/" + region, "region", region, regions.keySet());
            }
        }
        for (Map.Entry<EdgeId, SortedMap<Owner, Integer>> edge :
                previously(previous).entrySet()) {
            String place = "previous/" + edge.getKey();
            known(place, "edge", edge.getKey(), edges.keySet());
            checkSlots(place, edge.getValue(), regions.keySet());
        }
    }

    /** The same for the solver. */
    SteeringProblem problem() {
        SteeringProblemBuilder problem = SteeringProblem.builder(utilization, moveCostMs);
        regions.forEach((name, region) -> problem.region(name, region.capacityRps));
        edges.forEach((name, edge) -> problem.edge(name, edge.demandRps, edge.latencyMs));
        previously(previous).forEach(problem::previous);
        return problem.build();
    }

    private static SortedMap<EdgeId, SortedMap<Owner, Integer>> previously(
            @Nullable SortedMap<EdgeId, SortedMap<Owner, Integer>> previous) {
        return previous == null ? Collections.emptySortedMap() : previous;
    }

    private static void checkSlots(String place, SortedMap<Owner, Integer> slots, Set<RegionId> regions) {
        int sum = 0;
        for (Map.Entry<Owner, Integer> owned : slots.entrySet()) {
            String field = place + "/" + owned.getKey();
            owned.getKey().region().ifPresent(region -> known(field, "region", region, regions));
            Check.within(field, owned.getValue(), 0, Slots.COUNT);
            sum += owned.getValue();
        }
        if (sum != Slots.COUNT) {
            throw new IllegalArgumentException(place + ": " + sum + " slots in all (expected: " + Slots.COUNT + ")");
        }
    }

    private static <T> void known(String place, String kind, T name, Set<T> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(place + ": unknown " + kind + " (expected: one of " + names + ")");
        }
    }

    private static void count(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + ": " + number + " of them (expected: 1 to " + most + ")");
        }
    }
}
