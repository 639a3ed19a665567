package dev.drover.controller.loop;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.observe.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the agents have reported to this controller. Every replica gathers, so that a new leader has warm eyes. */
public final class Gathering {

    private final SortedMap<EdgeId, EdgeObservation> edges = new TreeMap<>();

    /**
     * Takes a report; one of an edge that the policy does not name is left out.
     *
     * @return whether the agent concludes something else than before, so that it should be decided at once
     */
    public boolean add(AgentId agent, String bootId, Report report, @Nullable SteeringPolicy policy, Instant now) {
        if (policy == null || !policy.edges().containsKey(agent.edge())) {
            return false;
        }
        EdgeObservation known = edges.getOrDefault(agent.edge(), EdgeObservation.NONE);
        edges.put(agent.edge(), known.with(agent.instance(), bootId, report, Reading.of(agent.edge(), policy), now));
        return known.lastReport(agent.instance())
                .map(before -> !conclusions(before).equals(conclusions(report)))
                .orElse(true);
    }

    private static String conclusions(Report report) {
        StringBuilder conclusions = new StringBuilder();
        report.regions().forEach((region, seen) -> conclusions.append(region).append(seen.view()));
        return conclusions
                .append(report.overlay() == null ? "" : report.overlay().region())
                .toString();
    }

    /** Lets go of edges that a new policy does not name. */
    void keepOnly(SteeringPolicy policy) {
        edges.keySet().retainAll(policy.edges().keySet());
    }

    boolean hasHeardAll(SteeringPolicy policy, Instant now) {
        Duration freshFor = policy.judge().freshFor();
        return policy.edges().keySet().stream()
                .allMatch(edge -> observations().of(edge).liveAgents(now, freshFor) > 0);
    }

    /** All of it. */
    public Observations observations() {
        return new Observations(edges);
    }
}
