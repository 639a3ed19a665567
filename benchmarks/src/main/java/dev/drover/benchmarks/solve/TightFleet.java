package dev.drover.benchmarks.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.Utilization;
import dev.drover.decision.solve.SteeringProblem;
import dev.drover.decision.solve.SteeringProblemBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up fleet on a plane, in which users are elsewhere than capacity and every region is tight.
 *
 * <p>All regions are allowed everywhere, so with demand at 90 % of what all may take together the lowest peak is that
 * same 90 % everywhere: nothing can be left to nearness alone, which is what makes it hard. Demands differ by four
 * orders of magnitude. Every other edge was at one region before, and moving away costs.
 */
final class TightFleet {

    static final double TARGET = 0.75;
    static final double MAX = 0.95;
    static final double MOVE_COST_MS = 5;

    /** The peak utilization that all regions are at. */
    static final double PEAK = 0.9 * MAX;

    /** Marks an edge that was nowhere before. */
    static final int NOWHERE = -1;

    private static final double MAP_MS = 150;
    private static final double DEMAND_ORDERS = 10; // of e

    final double[] capacityRps;
    final double[] demandRps;
    final double[][] latencyMs;
    /** By edge, the region that had all its slots. */
    final int[] before;

    TightFleet(int regions, int edges, long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(regions).toArray();
        double[] y = random.doubles(regions).toArray();
        double[] size = random.doubles(regions, 0.5, 1.5).toArray();
        demandRps = random.doubles(edges, 0, DEMAND_ORDERS).map(Math::exp).toArray();
        double fill = Arrays.stream(demandRps).sum() / Arrays.stream(size).sum() / PEAK;
        capacityRps = Arrays.stream(size).map(each -> each * fill).toArray();
        latencyMs = new double[edges][regions];
        before = new int[edges];
        for (int edge = 0; edge < edges; edge++) {
            double edgeX = random.nextDouble();
            double edgeY = random.nextDouble();
            for (int region = 0; region < regions; region++) {
                latencyMs[edge][region] = MAP_MS * Math.hypot(x[region] - edgeX, y[region] - edgeY);
            }
            before[edge] = random.nextBoolean() ? random.nextInt(regions) : NOWHERE;
        }
    }

    /** A fleet of a size that is written as {@code 20x1000}: regions, then edges. */
    static TightFleet of(String size) {
        String[] numbers = size.split("x", -1);
        return new TightFleet(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), 1);
    }

    SteeringProblem problem() {
        SteeringProblemBuilder problem = SteeringProblem.builder(new Utilization(TARGET, MAX), MOVE_COST_MS);
        for (int region = 0; region < capacityRps.length; region++) {
            problem.region(region(region), capacityRps[region]);
        }
        for (int edge = 0; edge < demandRps.length; edge++) {
            Map<RegionId, Double> latencies = new TreeMap<>();
            for (int region = 0; region < capacityRps.length; region++) {
                latencies.put(region(region), latencyMs[edge][region]);
            }
            EdgeId name = EdgeId.of("edge-" + edge);
            problem.edge(name, demandRps[edge], latencies);
            if (before[edge] != NOWHERE) {
                problem.previous(name, Map.of(Owner.of(region(before[edge])), Slots.COUNT));
            }
        }
        return problem.build();
    }

    private static RegionId region(int index) {
        return RegionId.of("region-" + index);
    }
}
