package dev.drover.decision.solve;

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
        return new Solution(problem, Spread.of(new Scaled(problem), Lot.of(problem)));
    }
}
