package dev.drover.lab.demo;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import java.time.Instant;

/** Something that an agent did, with its time: what timelines are drawn from. */
public sealed interface Happening {

    /** When. */
    Instant at();

    /** At which agent. */
    AgentId agent();

    /** At which edge. */
    default EdgeId edge() {
        return agent().edge();
    }

    /** A publication came into force. */
    record Applied(Instant at, AgentId agent, PolicyId policy) implements Happening {}

    /** A publication was refused. */
    record Refused(Instant at, AgentId agent, String reason) implements Happening {}

    /** It began to act on a contingency by itself. */
    record OverlayBegan(Instant at, AgentId agent, RegionId region) implements Happening {}

    /** It acts by the publication alone again. */
    record OverlayEnded(Instant at, AgentId agent) implements Happening {}

    /** It retried for the first time in a while. */
    record Retried(Instant at, AgentId agent) implements Happening {}
}
