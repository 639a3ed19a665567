package dev.drover.api.rest;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An edge as {@code GET /v1/edges} shows it.
 *
 * @param id which
 * @param demandRps users' arrivals in requests/s
 * @param liveAgents how many of its agents are heard
 * @param weights who owns how many of its slots, overlays left out; the sum is 10,000
 * @param overlays the regions whose contingencies its agents act on by themselves
 */
public record EdgeView(
        EdgeId id, double demandRps, int liveAgents, SortedMap<Owner, Integer> weights, List<RegionId> overlays) {

    /** Copies what it holds. */
    public EdgeView {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        overlays = List.copyOf(overlays);
    }
}
