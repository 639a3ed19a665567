package dev.drover.api.session;

import dev.drover.api.fleet.RegionId;
import java.time.Instant;

/**
 * An agent acting on a contingency by itself, on top of the routing policy.
 *
 * @param region whose slots go to their understudies
 * @param since when it began, by the agent's clock
 * @param evidence why, in words
 */
public record Overlay(RegionId region, Instant since, String evidence) {}
