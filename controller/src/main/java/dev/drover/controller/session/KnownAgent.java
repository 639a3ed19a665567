package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.rest.AgentView;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.UserTally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent, from what it said to this controller.
 *
 * @param id which
 * @param bootId of its process
 * @param build which build it is
 * @param connected whether it has a session now
 * @param connectedAt when its last session began
 * @param lastHeardAt when it last said something
 * @param report its last one; absent if there was none since its boot
 * @param reportAgeMs since that report came, in ms; absent if there was none
 * @param applied the newest publication that it serves by; absent if none
 * @param refused why it refused a newer one; absent if it did not
 * @param users what happened to its users since its boot, as its reports add up here
 */
public record KnownAgent(
        AgentId id,
        String bootId,
        String build,
        boolean connected,
        Instant connectedAt,
        Instant lastHeardAt,
        AgentMessage.@Nullable Report report,
        @Nullable Long reportAgeMs,
        @Nullable PolicyId applied,
        @Nullable String refused,
        UserTally users) {

    /** As REST shows it. */
    public AgentView view() {
        return new AgentView(
                id,
                build,
                connected,
                reportAgeMs,
                applied,
                refused,
                report == null ? null : report.overlay(),
                report != null && report.stale(),
                users);
    }
}
