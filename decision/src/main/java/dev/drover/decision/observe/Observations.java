package dev.drover.decision.observe;

import dev.drover.api.fleet.EdgeId;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What all edges have reported lately. A view of the caller's map, not a copy: the caller changes it only between
 * decisions.
 *
 * @param edges by name; an edge that never reported may be absent
 */
public record Observations(SortedMap<EdgeId, EdgeObservation> edges) {

    /** Guards the view against changes from this side. */
    public Observations {
        edges = Collections.unmodifiableSortedMap(edges);
    }

    /** What is known of that edge; nothing if it never reported. */
    public EdgeObservation of(EdgeId edge) {
        EdgeObservation known = edges.get(edge);
        return known == null ? EdgeObservation.NONE : known;
    }

    /** Writes what identifies all that was heard: equal observations write the same, in any process. */
    public void describe(StringBuilder text) {
        edges.forEach((edge, seen) -> seen.agents().forEach((instance, agent) -> text.append(edge)
                .append('/')
                .append(instance)
                .append(' ')
                .append(agent.bootId())
                .append(' ')
                .append(agent.last().sequence())
                .append(' ')
                .append(agent.receivedAt())
                .append(' ')
                .append(agent.demand())
                .append('\n')));
    }
}
