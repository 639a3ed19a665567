package dev.drover.edge.view;

/** The lower bound of Wilson's score interval: how bad a ratio is at least, so that small samples cannot convict. */
final class Wilson {

    private Wilson() {}

    /**
     * The lower bound of the ratio {@code failed / count}.
     *
     * @param failed 0 to {@code count}
     * @param count 0 or more
     * @param z how many standard deviations
     * @return 0 to 1; 0 if nothing was counted
     */
    static double lowerBound(long failed, long count, double z) {
        if (count == 0) {
            return 0;
        }
        double n = count;
        double ratio = failed / n;
        double centre = ratio + z * z / (2 * n);
        double spread = z * StrictMath.sqrt((ratio * (1 - ratio) + z * z / (4 * n)) / n);
        return Math.max(0, (centre - spread) / (1 + z * z / n));
    }
}
