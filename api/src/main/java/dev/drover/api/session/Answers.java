package dev.drover.api.session;

import dev.drover.api.settings.Check;

/**
 * What more is known of the answers of a region than whether they came.
 *
 * @param ofProbes how long the probes took that succeeded
 * @param ofRequests how long it took until the answers to real requests began
 * @param refused how many of those answers refused for want of capacity: 429, or 503 with Retry-After
 */
public record Answers(Latencies ofProbes, Latencies ofRequests, long refused) {

    /** Nothing is known. */
    public static final Answers NONE = new Answers(Latencies.NONE, Latencies.NONE, 0);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public Answers {
        Check.within("refused", refused, 0, AgentMessage.Report.MAX_COUNT);
    }
}
