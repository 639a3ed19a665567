package dev.drover.decision.rotate;

import dev.drover.api.cause.Strain;
import org.jspecify.annotations.Nullable;

/**
 * How a hand-over of a region goes, or would go.
 *
 * @param foreseenPeak the highest utilization of the others if its slots go to their understudies; 0 if nobody asks
 * @param strain why it must wait; absent if it need not
 */
public record Outlook(double foreseenPeak, @Nullable Strain strain) {}
