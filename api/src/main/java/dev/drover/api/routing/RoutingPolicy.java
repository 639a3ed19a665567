package dev.drover.api.routing;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.slot.SlotTable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the leader publishes: owner, understudy and home of every slot of every edge.
 *
 * @param service what is steered
 * @param id which publication it is
 * @param publishedAt when, by the leader's clock
 * @param edges the slots of each edge
 * @param regions every region of the service
 * @param back the regions whose loss this publication takes back
 * @param rollback whether it goes back to an earlier publication
 * @param settings the agents' parameters
 */
public record RoutingPolicy(
        ServiceId service,
        PolicyId id,
        Instant publishedAt,
        SortedMap<EdgeId, SlotTable> edges,
        SortedMap<RegionId, RoutedRegion> regions,
        List<RegionId> back,
        boolean rollback,
        AgentSettings settings) {

    /**
     * Checks each edge's slice.
     *
     * @throws IllegalArgumentException naming the edge and what is wrong with its slots
     */
    public RoutingPolicy {
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        back = List.copyOf(back);
        for (Map.Entry<EdgeId, SlotTable> edge : edges.entrySet()) {
            try {
                EdgePolicy.checkAgreement(edge.getValue(), regions);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("edges/" + edge.getKey() + ": " + e.getMessage(), e);
            }
        }
    }

    /** The slice of an edge, or nothing if the policy does not name it. */
    public Optional<EdgePolicy> sliceFor(EdgeId edge) {
        return Optional.ofNullable(edges.get(edge))
                .map(slots -> new EdgePolicy(service, edge, id, publishedAt, slots, regions, back, rollback, settings));
    }
}
