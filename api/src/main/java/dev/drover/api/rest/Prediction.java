package dev.drover.api.rest;

import dev.drover.api.fleet.RegionId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would be in force once an order is carried out, at the present demand.
 *
 * @param utilization of each region
 * @param shedRps requests/s that would fit nowhere
 * @param movedRps requests/s whose region would change
 * @param notSurvivable the regions whose loss, on top, would shed users: the fleet would not be N-1 secure for them
 */
public record Prediction(
        SortedMap<RegionId, Double> utilization, double shedRps, double movedRps, List<RegionId> notSurvivable) {

    /** Copies what it holds. */
    public Prediction {
        utilization = Collections.unmodifiableSortedMap(new TreeMap<>(utilization));
        notSurvivable = List.copyOf(notSurvivable);
    }
}
