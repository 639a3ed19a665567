package dev.drover.decision.judge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a region by what was decided before, beside the evidence.
 *
 * @param returned whether it has all of its users back
 * @param restoredAt when an operator last restored it; absent if nobody did
 */
public record Course(boolean returned, @Nullable Instant restoredAt) {}
