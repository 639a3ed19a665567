package dev.drover.simulation.fleet;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.network.NetworkSettings;
import java.time.Duration;
import java.util.List;

/**
 * Which fleet is simulated.
 *
 * @param policy the steering policy: its regions and edges are the fleet's, its expected demand what comes
 * @param controllers how many, 1 to 5
 * @param agents that there are; each at an edge of the policy
 * @param network how good it is
 * @param agentTick how often an agent's core looks at the world: 25 ms as in production, or up to 200 ms to be quicker
 * @param baseErrors which part of all answers are errors on the best of days, 0 to 0.03
 */
public record FleetSettings(
        SteeringPolicy policy,
        int controllers,
        List<AgentId> agents,
        NetworkSettings network,
        Duration agentTick,
        double baseErrors) {

    /** Copies the list; throws IllegalArgumentException if an agent's edge is not in the policy. */
    public FleetSettings {
        agents = List.copyOf(agents);
        for (AgentId agent : agents) {
            if (!policy.edges().containsKey(agent.edge())) {
                throw new IllegalArgumentException("agents: " + agent + " (expected: at one of "
                        + policy.edges().keySet() + ")");
            }
        }
    }

    /** One agent at each edge, three controllers, a good network, production's tick. */
    public static FleetSettings of(SteeringPolicy policy) {
        return new FleetSettings(
                policy,
                3,
                policy.edges().keySet().stream()
                        .map(edge -> new AgentId(edge, "1"))
                        .toList(),
                NetworkSettings.GOOD,
                Duration.ofMillis(25),
                0);
    }
}
