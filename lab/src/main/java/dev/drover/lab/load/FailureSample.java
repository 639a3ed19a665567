package dev.drover.lab.load;

import java.time.Instant;

/**
 * One of the first failures of its kind.
 *
 * @param at when it ended
 * @param kind in what way it failed
 * @param detail what was seen
 */
public record FailureSample(Instant at, FailureKind kind, String detail) {}
