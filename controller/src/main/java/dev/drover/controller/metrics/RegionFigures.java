package dev.drover.controller.metrics;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.rest.RegionView;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gauges of regions show.
 *
 * @param service what is steered
 * @param regions as REST shows them
 * @param shedIfLostRps requests/s of each region's users that nobody would serve if it were lost
 */
public record RegionFigures(ServiceId service, List<RegionView> regions, SortedMap<RegionId, Double> shedIfLostRps) {
    /** Copies both. */
    public RegionFigures {
        regions = List.copyOf(regions);
        shedIfLostRps = Collections.unmodifiableSortedMap(new TreeMap<>(shedIfLostRps));
    }
}
