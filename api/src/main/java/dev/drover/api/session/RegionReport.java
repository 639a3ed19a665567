package dev.drover.api.session;

import dev.drover.api.settings.Check;
import dev.drover.api.verdict.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What an agent saw of one region since its last report.
 *
 * @param view what it concludes
 * @param probes regular probes that ended in the interval; confirmation probes are not among them
 * @param requests real requests that the region was asked to serve, retries included
 * @param probeLatencyMs the median of the probes that succeeded, in whole ms, 0 to 10 min; absent if none did
 * @param answers how long they took and how many refused; absent from agents that do not know it
 */
public record RegionReport(
        View view, Tally probes, Tally requests, @Nullable Integer probeLatencyMs, @Nullable Answers answers) {

    private static final int LONGEST_LATENCY_MS = 600_000;

    /**
     * Checks the latency.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public RegionReport {
        if (probeLatencyMs != null) {
            Check.within("probeLatencyMs", probeLatencyMs.longValue(), 0, LONGEST_LATENCY_MS);
        }
    }

    /** Of an agent that knows no more. */
    public RegionReport(View view, Tally probes, Tally requests, @Nullable Integer probeLatencyMs) {
        this(view, probes, requests, probeLatencyMs, null);
    }
}
