package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds where users go best.
 *
 * <p>In this order, each exactly: (1) serve: with every region at its maximum at most, the most, and with max-min fair
 * shed shares; (2) cool: then the lowest peak utilization, as far as it is above the target; (3) near: then the least
 * sum of requests/s times latency, plus the move cost times the requests/s that change region; among equals the fewest
 * that do. The optimum is then made whole slots. Pure: the same problem gives the same solution to the byte.
 */
public final class Solver {

    private Solver() {}

    /** Solves; there is always a solution, if need be one that sheds everything. */
    public static Solution solve(SteeringProblem problem) {
        Scaled scaled = new Scaled(problem);
        Network network = scaled.network();
        double[] idle = new double[problem.regions().size()];
        long flowing = Arrays.stream(network.demand).sum();
        ThreeGoals goals = ThreeGoals.solve(
                network, scaled.headroom(idle, problem.utilization().target(), flowing));
        double[] share = sharesOf(problem, network, goals);
        return new Solution(problem, share, goals, round(problem, share, goals.peak()));
    }

    private static Weights round(SteeringProblem problem, double[] share, double peak) {
        int edges = problem.edges().size();
        int[] all = new int[edges];
        Arrays.fill(all, Slots.COUNT);
        double[] exact = Arrays.stream(share).map(part -> part * Slots.COUNT).toArray();
        double[] load = new double[problem.regions().size()];
        int[] slots = new SlotRounding(problem, load, peak)
                .round(IntStream.range(0, edges).toArray(), all, exact);
        return new Weights(problem, slots);
    }

    private static double[] sharesOf(SteeringProblem problem, Network network, ThreeGoals goals) {
        double[] share = new double[network.edges * problem.owners()];
        for (int edge = 0; edge < network.edges; edge++) {
            int row = edge * problem.owners();
            double served = goals.servedShare()[edge];
            share[row + network.regions] = 1 - served;
            if (goals.served()[edge] > 0) {
                goals.spread(edge, served, share, row);
            } else if (served > 0) {
                keepOrGoNear(problem, network, edge, share);
            }
        }
        return share;
    }

    /** An edge without demand stays where it was as far as it may, and else goes where it is nearest. */
    private static void keepOrGoNear(SteeringProblem problem, Network network, int edge, double[] share) {
        int row = edge * problem.owners();
        double left = 1 - share[row + network.regions];
        for (int region = 0; region < network.regions && problem.hasPrevious(edge); region++) {
            if (network.allows(edge, region)) {
                double kept = Math.min(left, problem.previous[row + region] / (double) Slots.COUNT);
                share[row + region] = kept;
                left -= kept;
            }
        }
        share[row + network.nearest(edge)] += left;
    }
}
