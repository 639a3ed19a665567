package dev.drover.edge.view;

import java.time.Duration;

/**
 * A probe that must be sent now.
 *
 * @param number which of the region's probes, in the order of sending: 1, 2, 3, ...
 * @param kind why
 * @param timeout after which it has failed
 */
public record ProbeOrder(long number, ProbeKind kind, Duration timeout) {}
