package dev.drover.decision.solve;

/**
 * Requests/s and milliseconds as whole numbers, so that sums, comparisons and conservation are exact.
 *
 * <p>A unit of flow is a power of two of requests/s, chosen so that the demand of the whole fleet is just under 2^61
 * units: with 1e8 requests/s in all, an edge with 0.001 still has 20 million units.
 *
 * @param perRps units in one request/s, a power of two
 */
record Units(double perRps) {

    private static final int TOTAL_BITS = 61;
    /** Keeps the scale a normal number even if nobody demands anything. */
    private static final int LEAST_EXPONENT = -900;

    /** One nanosecond, about: latencies are told apart down to here. */
    private static final double COST_PER_MS = 1 << 20;
    /** Under all of these: how many regions' worth of moves never outweigh a nanosecond. */
    private static final int TIE_BITS = 10;

    /** The units for a fleet that demands so much in all. */
    static Units forTotal(double totalRps) {
        int exponent = Math.max(LEAST_EXPONENT, Math.getExponent(totalRps) + 1);
        return new Units(Math.scalb(1.0, TOTAL_BITS - exponent));
    }

    /** So many requests/s in units; what is more than nothing is one unit at least. */
    long of(double rps) {
        return rps > 0 ? Math.max(1, Math.round(rps * perRps)) : 0;
    }

    /** The cost of sending one unit so far. */
    static long costOf(double latencyMs) {
        return (long) (latencyMs * COST_PER_MS + 0.5) << TIE_BITS;
    }

    /** The cost of moving one unit: never nothing, so that among equals the one that moves fewer wins. */
    static long moveCostOf(double moveCostMs) {
        return costOf(moveCostMs) + 1;
    }

    /** A cost in milliseconds. */
    static double msOf(long cost) {
        return (double) (cost >> TIE_BITS) / COST_PER_MS;
    }
}
