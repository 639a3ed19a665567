package dev.drover.edge;

import java.time.Instant;

/**
 * This moment by both clocks: what is measured is measured by the first, and only people read the second.
 *
 * @param nanos of a monotonic clock
 * @param at wall time
 */
public record Now(long nanos, Instant at) {}
