package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes whole slots of shares: by largest remainder, but never so that a region is above its maximum.
 *
 * <p>What is certain goes first: everyone gets their share rounded down, which breaks nothing. Then the slots that are
 * left go out one by one, those of the largest edges first, since the small ones fit into what remains. Each goes to
 * the owner with the largest remainder (ties: the first by name, shed last) that stays within the peak; else within the
 * maximum; else to the nearest allowed region within the peak, then within the maximum; else it is shed. So no region
 * is ever above its maximum, and an edge's share of what is shed is off by less than as many slots as it has owners.
 */
final class SlotRounding {

    /** Loads are sums of doubles: 950 must fit 0.95 x 1000. */
    private static final double SLACK = 1 + 1e-9;

    private static final int NOBODY = -1;

    private final SteeringProblem problem;
    private final int regions;
    private final double[] loadRps;
    private final double[] withinPeak;
    private final double[] withinMax;

    /**
     * Starts a rounding.
     *
     * @param loadRps what is in each region already; changed by rounding; infinite where nothing may go
     */
    SlotRounding(SteeringProblem problem, double[] loadRps, double peak) {
        this.problem = problem;
        this.loadRps = loadRps;
        regions = problem.regions().size();
        withinPeak = new double[regions];
        withinMax = new double[regions];
        for (int region = 0; region < regions; region++) {
            double capacity = problem.capacityRps[region];
            withinPeak[region] = capacity > 0 ? peak * capacity * SLACK : NOBODY;
            withinMax[region] = capacity > 0 ? problem.utilization().max() * capacity * SLACK : NOBODY;
        }
    }

    /**
     * Rounds.
     *
     * @param edges which edge each row is
     * @param count how many slots of it are to be given out
     * @param exact by row and owner, how many slots each should get; {@code count} in all
     * @return by row and owner, {@code count} in all
     */
    int[] round(int[] edges, int[] count, double[] exact) {
        int owners = problem.owners();
        int[] slots = new int[exact.length];
        int[] left = count.clone();
        for (int row = 0; row < edges.length; row++) {
            double slotRps = slotRps(edges[row]);
            for (int owner = 0; owner < owners; owner++) {
                int certain = Math.min(left[row], (int) exact[row * owners + owner]);
                slots[row * owners + owner] = certain;
                left[row] -= certain;
                if (owner < regions && certain > 0) {
                    loadRps[owner] += certain * slotRps;
                }
            }
        }
        int[] largestFirst = IntStream.range(0, edges.length)
                .filter(row -> left[row] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -slotRps(edges[row])))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int row : largestFirst) {
            double[] remainder = new double[owners];
            for (int owner = 0; owner < owners; owner++) {
                remainder[owner] = exact[row * owners + owner] - slots[row * owners + owner];
            }
            for (; left[row] > 0; left[row]--) {
                slots[row * owners + giveOne(edges[row], remainder)]++;
            }
        }
        return slots;
    }

    private double slotRps(int edge) {
        return problem.demandRps[edge] / Slots.COUNT;
    }

    private int giveOne(int edge, double[] remainder) {
        double slotRps = slotRps(edge);
        int owner = largest(remainder, slotRps, withinPeak);
        owner = owner == NOBODY ? largest(remainder, slotRps, withinMax) : owner;
        owner = owner == NOBODY ? nearest(edge, slotRps, withinPeak) : owner;
        owner = owner == NOBODY ? nearest(edge, slotRps, withinMax) : owner;
        owner = owner == NOBODY ? regions : owner;
        remainder[owner] = 0;
        if (owner < regions) {
            loadRps[owner] += slotRps;
        }
        return owner;
    }

    private int largest(double[] remainder, double slotRps, double[] limit) {
        int largest = NOBODY;
        for (int owner = 0; owner <= regions; owner++) {
            boolean fits = owner == regions || loadRps[owner] + slotRps <= limit[owner];
            if (fits && remainder[owner] > 0 && (largest == NOBODY || remainder[owner] > remainder[largest])) {
                largest = owner;
            }
        }
        return largest;
    }

    private int nearest(int edge, double slotRps, double[] limit) {
        int nearest = NOBODY;
        for (int region = 0; region < regions; region++) {
            if (problem.allows(edge, region)
                    && loadRps[region] + slotRps <= limit[region]
                    && (nearest == NOBODY || latency(edge, region) < latency(edge, nearest))) {
                nearest = region;
            }
        }
        return nearest;
    }

    private double latency(int edge, int region) {
        return problem.latencyMs[edge * regions + region];
    }
}
