package dev.drover.api.verdict;

/**
 * What a verdict rests on.
 *
 * @param eligibleEdges how many edges had a vote
 * @param lostEdges how many of them called the region LOST
 * @param probes of the window that decided, over the edges that were pooled
 * @param requests of real users, likewise
 * @param failureRatio the lower bound of the failure ratio, of the worse witness, 0 to 1
 */
public record Evidence(int eligibleEdges, int lostEdges, Tally probes, Tally requests, double failureRatio) {

    /** Nothing seen yet. */
    public static final Evidence NONE = new Evidence(0, 0, Tally.NONE, Tally.NONE, 0);

    /** The evidence in words, such as {@code 4 of 5 edges cannot reach it; 240 of 310 requests failed}. */
    public String sentence() {
        StringBuilder words = new StringBuilder();
        words.append(lostEdges).append(" of ").append(eligibleEdges).append(" edges cannot reach it");
        if (probes.count() > 0) {
            words.append("; ")
                    .append(probes.failed())
                    .append(" of ")
                    .append(probes.count())
                    .append(" probes failed");
        }
        if (requests.count() > 0) {
            words.append("; ").append(requests.failed()).append(" of ").append(requests.count());
            words.append(" requests failed");
        }
        return words.toString();
    }
}
