package dev.drover.decision.observe;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** The edges that were heard within that time, in order: those that have a vote. */
    public List<EdgeId> eligible(Instant now, Duration freshFor) {
        List<EdgeId> heard = new ArrayList<>();
        for (Map.Entry<EdgeId, EdgeObservation> edge : edges.entrySet()) {
            if (edge.getValue().liveAgents(now, freshFor) > 0) {
                heard.add(edge.getKey());
            }
        }
        return heard;
    }

    /**
     * The trimmed pool: what the edges saw of a region in a window, without the edges that saw the most of it fail, so
     * that a minority of bad eyes convicts nobody.
     *
     * @param trimmed how many edges are left out; with as many liars among them the pool still holds honest ones only
     * @param window neighbouring blocks of the same size, the newest first; all are trimmed of the same edges
     * @return one tally for each block, in their order
     */
    public List<Tally> pooled(RegionId region, Witness witness, int trimmed, List<Block> window) {
        List<List<Tally>> byEdge = new ArrayList<>();
        for (EdgeObservation edge : edges.values()) {
            List<Tally> tallies = edge.tallies(region, witness, window);
            if (total(tallies).count() > 0) {
                byEdge.add(tallies);
            }
        }
        byEdge.sort(Comparator.comparingDouble(tallies -> total(tallies).ratio()));
        List<Tally> pool = new ArrayList<>(Collections.nCopies(window.size(), Tally.NONE));
        for (List<Tally> tallies : byEdge.subList(0, Math.max(0, byEdge.size() - trimmed))) {
            for (int i = 0; i < tallies.size(); i++) {
                pool.set(i, pool.get(i).plus(tallies.get(i)));
            }
        }
        return pool;
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
                .append(agent.demandRps())
                .append('\n')));
    }

    /** All of them together. */
    public static Tally total(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }
}
