package dev.drover.decision.plan;

import dev.drover.api.steering.Utilization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pours demand into regions, nearest first, at the lowest level that holds it all.
 *
 * <p>The level is a utilization between target and max: each region takes up to that part of its capacity, less what
 * it has already. It is found by bisection. What does not fit at max is left over. Greedy: with few allowed regions an
 * edge may be left with less than an exact solver would find for it, but never with more than a region may take.
 */
final class WaterFill {

    /** Halvings of the level; more than a double can tell apart. */
    private static final int HALVINGS = 60;

    private final double[] demandRps;
    private final double[] capacityRps;
    private final double[] takenRps;
    private final List<Pair> pairs;

    private record Pair(int edge, int region, double latencyMs) {}

    /**
     * What is to be poured into what.
     *
     * @param demandRps of each edge
     * @param latencyMs of each edge to each region; NaN where it is not allowed
     * @param capacityRps of each region
     * @param takenRps what each region serves already
     */
    WaterFill(double[] demandRps, double[][] latencyMs, double[] capacityRps, double[] takenRps) {
        this.demandRps = demandRps;
        this.capacityRps = capacityRps;
        this.takenRps = takenRps;
        this.pairs = new ArrayList<>();
        for (int edge = 0; edge < demandRps.length; edge++) {
            for (int region = 0; region < capacityRps.length; region++) {
                if (!Double.isNaN(latencyMs[edge][region]) && capacityRps[region] > 0) {
                    pairs.add(new Pair(edge, region, latencyMs[edge][region]));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::latencyMs));
    }

    /** Requests/s of each edge to each region; what is missing to an edge's demand fits nowhere. */
    double[][] pour(Utilization utilization) {
        double[][] flat = pourUpTo(utilization.target());
        double[][] full = pourUpTo(utilization.max());
        double served = total(full);
        double low = utilization.target();
        double high = utilization.max();
        if (isAsMuch(total(flat), served)) {
            return flat;
        }
        double[][] best = full;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double[][] poured = pourUpTo(middle);
            if (isAsMuch(total(poured), served)) {
                best = poured;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private double[][] pourUpTo(double level) {
        double[] open = new double[capacityRps.length];
        for (int region = 0; region < open.length; region++) {
            open[region] = Math.max(0, level * capacityRps[region] - takenRps[region]);
        }
        double[] left = demandRps.clone();
        double[][] poured = new double[demandRps.length][capacityRps.length];
        for (Pair pair : pairs) {
            double amount = Math.min(left[pair.edge()], open[pair.region()]);
            poured[pair.edge()][pair.region()] = amount;
            left[pair.edge()] -= amount;
            open[pair.region()] -= amount;
        }
        return poured;
    }

    private static boolean isAsMuch(double served, double all) {
        return served >= all * (1 - 1e-12);
    }

    private static double total(double[][] poured) {
        double total = 0;
        for (double[] row : poured) {
            for (double amount : row) {
                total += amount;
            }
        }
        return total;
    }
}
