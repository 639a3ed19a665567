package dev.drover.api.session;

import dev.drover.api.verdict.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What an agent saw of one region since its last report.
 *
 * @param view what it concludes
 * @param probes regular probes that ended in the interval; confirmation probes are not among them
 * @param requests real requests that the region was asked to serve, retries included
 * @param probeLatencyMs the median of the probes that succeeded, in whole ms; absent if none did
 */
public record RegionReport(View view, Tally probes, Tally requests, @Nullable Integer probeLatencyMs) {}
