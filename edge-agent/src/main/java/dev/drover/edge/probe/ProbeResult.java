package dev.drover.edge.probe;

import org.jspecify.annotations.Nullable;

/**
 * How a probe ended.
 *
 * @param ok whether the region answered as it should
 * @param latencyMillis from sending to the end of the answer, in whole ms
 * @param fault why it failed; null if it did not
 */
public record ProbeResult(boolean ok, int latencyMillis, @Nullable String fault) {}
