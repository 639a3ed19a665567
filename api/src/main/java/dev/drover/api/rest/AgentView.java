package dev.drover.api.rest;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.UserTally;
import org.jspecify.annotations.Nullable;

/**
 * An agent as {@code GET /v1/agents} shows it.
 *
 * @param id which
 * @param build of the agent
 * @param connected whether it has a session with the replica that answers
 * @param reportAgeMs since its last report, in ms; absent if it never reported
 * @param applied the newest publication that it serves by
 * @param refused why it refused a newer one, if it did
 * @param overlay what it acts on by itself
 * @param stale whether it has not heard a controller for long
 * @param users what happened to its users since it started
 */
public record AgentView(
        AgentId id,
        String build,
        boolean connected,
        @Nullable Long reportAgeMs,
        @Nullable PolicyId applied,
        @Nullable String refused,
        @Nullable Overlay overlay,
        boolean stale,
        UserTally users) {}
