package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a decision must know of the ones before it, beside the tables of slots; stored with each publication, so that a
 * new leader continues from it.
 *
 * @param regions where each region stands
 * @param policySha256 of the steering policy that the last decision was made by
 * @param reviewedAt when it was last looked at what could be better
 * @param demandRps of each edge that the last decision was made for, requests/s
 */
public record Memory(
        SortedMap<RegionId, RegionState> regions,
        String policySha256,
        Instant reviewedAt,
        SortedMap<EdgeId, Double> demandRps) {

    /** Copies the maps. */
    public Memory {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        demandRps = Collections.unmodifiableSortedMap(new TreeMap<>(demandRps));
    }

    /** Nothing was decided yet. */
    public static Memory blank() {
        return new Memory(new TreeMap<>(), "", Instant.EPOCH, new TreeMap<>());
    }

    RegionState of(RegionId region, Instant now) {
        RegionState known = regions.get(region);
        return known == null ? RegionState.unknown(now) : known;
    }
}
