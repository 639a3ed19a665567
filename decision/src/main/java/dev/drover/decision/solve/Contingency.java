package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens to a region's slots if it is lost.
 *
 * @param lost the region
 * @param understudies for each edge that has slots there, how many of them go to whom; none of the numbers is 0
 * @param utilization of every region once all edges have acted; any part of them acting leaves it lower
 * @param shedRps requests/s of the lost region that fit nowhere
 */
public record Contingency(
        RegionId lost,
        SortedMap<EdgeId, SortedMap<Owner, Integer>> understudies,
        SortedMap<RegionId, Double> utilization,
        double shedRps) {

    /** Copies the maps. */
    public Contingency {
        understudies = Collections.unmodifiableSortedMap(new TreeMap<>(understudies));
        utilization = Collections.unmodifiableSortedMap(new TreeMap<>(utilization));
    }

    /** Whether the loss costs no user the service. */
    public boolean survivable() {
        return shedRps == 0;
    }

    /** The understudies of an edge; none if the lost region owns none of its slots. */
    public SortedMap<Owner, Integer> understudiesOf(EdgeId edge) {
        SortedMap<Owner, Integer> ofEdge = understudies.get(edge);
        return ofEdge == null ? Collections.emptySortedMap() : ofEdge;
    }

    /** How many of an edge's slots in the lost region are shed. */
    public int shedSlots(EdgeId edge) {
        return understudiesOf(edge).getOrDefault(Owner.SHED, 0);
    }

    /** The highest utilization once all edges have acted. */
    public double peak() {
        return Collections.max(utilization.values());
    }
}
