package dev.drover.api.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on.
 *
 * @param eligibleEdges how many edges had a vote
 * @param lostEdges how many of them called the region LOST
 * @param probes of the window that decided, over the edges that were pooled
 * @param requests of real users, likewise
 * @param failureRatio the lower bound of the failure ratio, of the worse witness, 0 to 1
 * @param slow of the answers of the witness who saw more of them slow; absent if none was
 * @param refused of real requests, for want of capacity; absent if none was
 */
public record Evidence(
        int eligibleEdges,
        int lostEdges,
        Tally probes,
        Tally requests,
        double failureRatio,
        @Nullable Tally slow,
        @Nullable Tally refused) {

    /** Nothing seen yet. */
    public static final Evidence NONE = new Evidence(0, 0, Tally.NONE, Tally.NONE, 0);

    /** Nothing was slow and nobody was refused. */
    public Evidence(int eligibleEdges, int lostEdges, Tally probes, Tally requests, double failureRatio) {
        this(eligibleEdges, lostEdges, probes, requests, failureRatio, null, null);
    }

    /** The evidence in words, such as {@code 4 of 5 edges cannot reach it; 240 of 310 requests failed}. */
    public String sentence() {
        StringBuilder words = new StringBuilder();
        words.append(lostEdges).append(" of ").append(eligibleEdges).append(" edges cannot reach it");
        append(words, probes, " probes failed");
        append(words, requests, " requests failed");
        append(words, slow, " answers were slow");
        append(words, refused, " requests were refused");
        return words.toString();
    }

    private static void append(StringBuilder words, @Nullable Tally tally, String what) {
        if (tally != null && tally.count() > 0) {
            words.append("; ").append(tally.failed()).append(" of ").append(tally.count());
            words.append(what);
        }
    }
}
