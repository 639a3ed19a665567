package dev.drover.controller.session;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.json.Json;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.ControllerMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages that carry one publication: sealed and written once for each edge, however many agents it has. */
final class Slices {

    private final RoutingPolicy policy;
    private final Map<EdgeId, Optional<String>> messages = new HashMap<>();

    Slices(RoutingPolicy policy) {
        this.policy = policy;
    }

    PolicyId id() {
        return policy.id();
    }

    /** The message for the agents of that edge; empty if the policy does not name the edge. */
    Optional<String> messageFor(EdgeId edge) {
        return messages.computeIfAbsent(edge, this::write);
    }

    private Optional<String> write(EdgeId edge) {
        return policy.sliceFor(edge)
                .map(SealedPolicy::seal)
                .map(ControllerMessage.Policy::new)
                .map(Slices::text);
    }

    /** A message as it travels, with its type. */
    static String text(ControllerMessage message) {
        return Json.write(message);
    }
}
