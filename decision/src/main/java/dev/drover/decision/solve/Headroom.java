package dev.drover.decision.solve;

/**
 * How much regions may take: capacities, and what is in them already and stays.
 *
 * @param capacity of each region, in units
 * @param fixed what each region carries besides, in units
 * @param least the peak utilization under which nothing is gained
 * @param most the peak utilization that is never exceeded
 * @param total more than can ever flow, in units
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record Headroom(double[] capacity, long[] fixed, double least, double most, long total) {

    /** Sums and products of doubles may be so much too small; that must not make what is feasible look infeasible. */
    private static final double PRODUCT_SLACK = 1 + 1e-13;
    /** A demand of 950 fits 0.95 x 1000 even if one of the two was rounded on its way here. */
    private static final double INPUT_SLACK = 1 + 1e-12;

    /** What each region may still take at that peak utilization, never more than at the highest. */
    long[] at(double peak) {
        long[] room = new long[capacity.length];
        for (int region = 0; region < room.length; region++) {
            double highest = Math.floor(most * capacity[region] * INPUT_SLACK);
            double filled = peak >= most ? highest : Math.ceil(peak * capacity[region] * PRODUCT_SLACK);
            room[region] = Math.max(0, Math.min(total, (long) Math.min(filled, highest) - fixed[region]));
        }
        return room;
    }

    /** What each region may still take at most. */
    long[] atMost() {
        return at(most);
    }
}
