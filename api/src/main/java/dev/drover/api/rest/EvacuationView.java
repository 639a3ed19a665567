package dev.drover.api.rest;

import dev.drover.api.order.Evacuation;
import org.jspecify.annotations.Nullable;

/**
 * An evacuation with how far it is, as {@code GET /v1/evacuations} shows it.
 *
 * @param evacuation the order
 * @param state how far it is
 * @param slotsLeft how many slots of all edges the region still owns
 * @param agentsDone how many live agents apply a policy in which it owns nothing
 * @param agentsLive how many agents are live
 * @param prediction what it leads to; only in the answer to its creation or to a dry run
 */
public record EvacuationView(
        Evacuation evacuation,
        EvacuationState state,
        long slotsLeft,
        int agentsDone,
        int agentsLive,
        @Nullable Prediction prediction) {}
