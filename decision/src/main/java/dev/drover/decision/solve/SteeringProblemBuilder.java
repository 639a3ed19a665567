package dev.drover.decision.solve;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.Utilization;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a {@link SteeringProblem}; regions and edges in any order, each once.
 *
 * <p>Every method throws IllegalArgumentException naming the field, its value and what was expected.
 */
public final class SteeringProblemBuilder {

    /*
     * The name of a field is put together only to complain about it: a large fleet has tens of thousands, and is
     * gathered with every solution.
     */

    private static final int NOT_NAMED = -1;

    final Utilization utilization;
    final double moveCostMs;
    final SortedMap<RegionId, Double> capacityRps = new TreeMap<>();
    final SortedMap<EdgeId, Double> demandRps = new TreeMap<>();
    private final SortedMap<EdgeId, Map<RegionId, Double>> latencyMs = new TreeMap<>();
    private final SortedMap<EdgeId, Map<Owner, Integer>> previous = new TreeMap<>();
    private final SortedMap<EdgeId, Integer> partOfSlots = new TreeMap<>();
    private final SortedMap<RegionId, Double> loadRps = new TreeMap<>();

    SteeringProblemBuilder(Utilization utilization, double moveCostMs) {
        Check.within("moveCostMs", moveCostMs, 0, SteeringProblem.MAX_MS);
        this.utilization = utilization;
        this.moveCostMs = moveCostMs;
    }

    /** Adds a region with what it may serve, in requests/s, 0 to 1e12; 0 if it is closed. */
    @CanIgnoreReturnValue
    public SteeringProblemBuilder region(RegionId region, double capacity) {
        String field = "regions." + region;
        Check.within(field + ".capacityRps", capacity, 0, SteeringProblem.MAX_RPS);
        once(field, capacityRps.put(region, capacity + 0.0));
        return this;
    }

    /**
     * Adds an edge.
     *
     * @param demand of its users, in requests/s, 0 to 1e12
     * @param latencies to each region that they may go to, in ms, 0 to 1e6; a region not named is not allowed; if none
     *     is named, all are shed
     */
    @CanIgnoreReturnValue
    public SteeringProblemBuilder edge(EdgeId edge, double demand, Map<RegionId, Double> latencies) {
        String field = "edges." + edge;
        Check.within(field + ".demandRps", demand, 0, SteeringProblem.MAX_RPS);
        latencies.forEach((region, ms) -> {
            if (!(ms >= 0 && ms <= SteeringProblem.MAX_MS)) {
                Check.within(field + ".latencyMs." + region, ms, 0, SteeringProblem.MAX_MS);
            }
        });
        once(field, demandRps.put(edge, demand + 0.0));
        latencyMs.put(edge, latencies);
        return this;
    }

    /** Says what a region carries besides what is given out, in requests/s, 0 to 1e12. */
    @CanIgnoreReturnValue
    public SteeringProblemBuilder carries(RegionId region, double rps) {
        String field = "loads." + region;
        Check.within(field, rps, 0, SteeringProblem.MAX_RPS);
        once(field, loadRps.put(region, rps + 0.0));
        return this;
    }

    /** Says that only so many slots of an edge are given out, 0 to 10,000; the others are none of this problem. */
    @CanIgnoreReturnValue
    public SteeringProblemBuilder onlySlots(EdgeId edge, int slots) {
        String field = "slots." + edge;
        Check.within(field, slots, 0, Slots.COUNT);
        once(field, partOfSlots.put(edge, slots));
        return this;
    }

    /** Says how many of the slots of an edge that are given out each owner had; all of them together. */
    @CanIgnoreReturnValue
    public SteeringProblemBuilder previous(EdgeId edge, Map<Owner, Integer> slots) {
        String field = "previous." + edge;
        slots.forEach((owner, count) -> {
            if (!(count >= 0 && count <= Slots.COUNT)) {
                Check.within(field + "." + owner, count, 0, Slots.COUNT);
            }
        });
        once(field, previous.put(edge, slots));
        return this;
    }

    /** The problem, if regions and edges agree. */
    public SteeringProblem build() {
        bounded("regions", capacityRps.size(), SteeringProblem.MAX_REGIONS);
        bounded("edges", demandRps.size(), SteeringProblem.MAX_EDGES);
        return new SteeringProblem(this);
    }

    double[] capacities() {
        return numbers(capacityRps.values());
    }

    double[] demands() {
        return numbers(demandRps.values());
    }

    double[] latencies(List<RegionId> regions) {
        double[] table = new double[latencyMs.size() * regions.size()];
        Arrays.fill(table, Double.NaN);
        Map<RegionId, Integer> index = indexOf(regions);
        int row = 0;
        for (Map.Entry<EdgeId, Map<RegionId, Double>> edge : latencyMs.entrySet()) {
            for (Map.Entry<RegionId, Double> region : edge.getValue().entrySet()) {
                int column = index.getOrDefault(region.getKey(), NOT_NAMED);
                if (column == NOT_NAMED) {
                    known("edges." + edge.getKey() + ".latencyMs." + region.getKey(), column, "one of the regions");
                }
                table[row + column] = region.getValue() + 0.0;
            }
            row += regions.size();
        }
        return table;
    }

    private static Map<RegionId, Integer> indexOf(List<RegionId> regions) {
        Map<RegionId, Integer> index = new LinkedHashMap<>();
        for (RegionId region : regions) {
            index.put(region, index.size());
        }
        return index;
    }

    int[] previousSlots(List<RegionId> regions, List<EdgeId> edges) {
        if (previous.isEmpty()) {
            return new int[0];
        }
        int owners = regions.size() + 1;
        int[] table = new int[edges.size() * owners];
        Arrays.fill(table, SteeringProblem.UNKNOWN);
        Map<RegionId, Integer> columns = indexOf(regions);
        previous.forEach((edge, slots) -> {
            int index = Collections.binarySearch(edges, edge);
            known("previous." + edge, index, "one of the edges");
            allGivenOut(edge, slots);
            Arrays.fill(table, index * owners, (index + 1) * owners, 0);
            slots.forEach((owner, count) -> {
                int column = owner.region()
                        .map(region -> columns.getOrDefault(region, NOT_NAMED))
                        .orElse(regions.size());
                if (column == NOT_NAMED) {
                    known("previous." + edge + "." + owner, column, "one of the regions or shed");
                }
                table[index * owners + column] = count;
            });
        });
        return table;
    }

    private void allGivenOut(EdgeId edge, Map<Owner, Integer> slots) {
        int sum = slots.values().stream().mapToInt(Integer::intValue).sum();
        int expected = partOfSlots.getOrDefault(edge, Slots.COUNT);
        if (sum != expected) {
            throw new IllegalArgumentException(
                    "previous." + edge + ": " + sum + " slots in all (expected: " + expected + ")");
        }
    }

    /** By edge, how many are given out. */
    int[] slots() {
        partOfSlots.keySet().forEach(edge -> isNamed("slots." + edge, demandRps.containsKey(edge), "edges"));
        return demandRps.keySet().stream()
                .mapToInt(edge -> partOfSlots.getOrDefault(edge, Slots.COUNT))
                .toArray();
    }

    /** By region, what it carries besides. */
    double[] loads() {
        loadRps.keySet().forEach(region -> isNamed("loads." + region, capacityRps.containsKey(region), "regions"));
        return capacityRps.keySet().stream()
                .mapToDouble(region -> loadRps.getOrDefault(region, 0.0))
                .toArray();
    }

    private static void isNamed(String field, boolean named, String kind) {
        known(field, named ? 0 : -1, "one of the " + kind);
    }

    private static double[] numbers(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void known(String field, int index, String expected) {
        if (index < 0) {
            throw new IllegalArgumentException(field + ": unknown (expected: " + expected + ")");
        }
    }

    private static void once(String field, @Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException(field + ": named twice (expected: once)");
        }
    }

    private static void bounded(String field, int size, int most) {
        if (size < 1 || size > most) {
            throw new IllegalArgumentException(field + ": " + size + " of them (expected: 1 to " + most + ")");
        }
    }
}
