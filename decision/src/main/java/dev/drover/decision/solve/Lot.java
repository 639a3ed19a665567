package dev.drover.decision.solve;

/**
 * Slots that are given out together, over regions that carry something already.
 *
 * @param edges which edges they are of
 * @param count how many of each of these edges, 1 to 10,000
 * @param loadRps what each region carries already, in requests/s
 * @param without a region that gets none of them, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record Lot(int[] edges, int[] count, double[] loadRps, int without) {

    /** No region is left out. */
    static final int NONE = -1;

    /** Everything that a problem gives out. */
    static Lot of(SteeringProblem problem) {
        int[] edges = problem.rows();
        int[] count = new int[edges.length];
        for (int row = 0; row < edges.length; row++) {
            count[row] = problem.slots[edges[row]];
        }
        return new Lot(edges, count, problem.loadRps, NONE);
    }
}
