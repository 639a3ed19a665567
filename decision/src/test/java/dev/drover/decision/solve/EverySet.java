package dev.drover.decision.solve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Fair shares and the lowest peak from their definition: by looking at every set of regions, in exact fractions.
 *
 * <p>Knows nothing of flows. What edges that may only go into a set demand, against the set's capacity: the worst set is
 * served its ratio, then taken out, and so on.
 */
final class EverySet {

    private static final BigDecimal SCALE = new BigDecimal(BigInteger.ONE.shiftLeft(90));

    private final SteeringProblem problem;
    private final int regions;
    private final int[] allowed;

    EverySet(SteeringProblem problem) {
        this.problem = problem;
        regions = problem.regions().size();
        allowed = new int[problem.edges().size()];
        for (int edge = 0; edge < allowed.length; edge++) {
            for (int region = 0; region < regions; region++) {
                boolean open = problem.allows(edge, region) && problem.capacityRps[region] > 0;
                allowed[edge] |= open ? 1 << region : 0;
            }
        }
    }

    /** The share of its demand that each edge is served. */
    double[] fairShares() {
        double[] share = new double[allowed.length];
        Arrays.fill(share, 1);
        int gone = 0;
        boolean[] done = new boolean[allowed.length];
        for (int edge = 0; edge < allowed.length; edge++) {
            if (allowed[edge] == 0) {
                share[edge] = 0;
                done[edge] = true;
            }
        }
        for (int level = 0; level <= regions; level++) {
            BigInteger[] demand = new BigInteger[1 << regions];
            Arrays.fill(demand, BigInteger.ZERO);
            for (int edge = 0; edge < allowed.length; edge++) {
                int rest = allowed[edge] & ~gone;
                demand[rest] = done[edge] ? demand[rest] : demand[rest].add(exact(problem.demandRps[edge]));
            }
            int worst = worstSet(demand, gone);
            if (worst == 0) {
                return share;
            }
            double ratio = new BigDecimal(capacityOf(worst))
                    .divide(new BigDecimal(demand[worst]), MathContext.DECIMAL64)
                    .doubleValue();
            for (int edge = 0; edge < allowed.length; edge++) {
                if (!done[edge] && (allowed[edge] & ~gone & ~worst) == 0 && problem.demandRps[edge] > 0) {
                    share[edge] = ratio;
                    done[edge] = true;
                }
            }
            gone |= worst;
        }
        throw new IllegalStateException("more levels than regions");
    }

    /** The set with the least capacity for its demand, if that is too little; else none. Sums up demand over subsets. */
    private int worstSet(BigInteger[] demand, int gone) {
        for (int bit = 1; bit < demand.length; bit <<= 1) {
            for (int set = 0; set < demand.length; set++) {
                demand[set] = (set & bit) == 0 ? demand[set] : demand[set].add(demand[set ^ bit]);
            }
        }
        int worst = 0;
        BigInteger worstCapacity = BigInteger.ONE;
        BigInteger worstDemand = BigInteger.ONE;
        for (int set = 1; set < demand.length; set++) {
            if ((set & gone) == 0) {
                BigInteger capacity = capacityOf(set);
                if (capacity.multiply(worstDemand).compareTo(worstCapacity.multiply(demand[set])) < 0) {
                    worst = set;
                    worstCapacity = capacity;
                    worstDemand = demand[set];
                }
            }
        }
        return worst;
    }

    private BigInteger capacityOf(int set) {
        BigInteger capacity = BigInteger.ZERO;
        for (int region = 0; region < regions; region++) {
            if ((set >> region & 1) == 1) {
                capacity = capacity.add(exact(problem.utilization().max() * problem.capacityRps[region]));
            }
        }
        return capacity;
    }

    private static BigInteger exact(double rps) {
        return new BigDecimal(rps).multiply(SCALE).toBigInteger();
    }

    /** The lowest peak for those shares, not under the target. */
    double lowestPeak(double[] share) {
        double[] load = new double[1 << regions];
        double[] capacity = new double[1 << regions];
        for (int edge = 0; edge < allowed.length; edge++) {
            load[allowed[edge]] += share[edge] * problem.demandRps[edge];
        }
        double peak = problem.utilization().target();
        for (int bit = 1, region = 0; bit < load.length; bit <<= 1, region++) {
            for (int set = 0; set < load.length; set++) {
                boolean in = (set & bit) != 0;
                load[set] += in ? load[set ^ bit] : 0;
                capacity[set] += in ? problem.capacityRps[region] : 0;
            }
        }
        for (int set = 1; set < load.length; set++) {
            peak = load[set] > 0 ? Math.max(peak, load[set] / capacity[set]) : peak;
        }
        return peak;
    }
}
