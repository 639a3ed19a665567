package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.decision.judge.Suspicion;
import dev.drover.decision.rotate.Access;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a decision must know of the ones before it, beside the tables of slots; stored with each publication, so that a
 * new leader continues from it.
 *
 * @param regions where each region stands
 * @param policySha256 of the steering policy that the last decision was made by
 * @param reviewedAt when it was last looked at what could be better
 * @param suspicion of the edges; absent if nobody was ever suspected
 * @param panicSince since when every region that may serve has been lost or down; absent if that is not so
 * @param demandRps of each edge that the last decision was made for, requests/s; absent if nobody said so
 */
public record Memory(
        SortedMap<RegionId, RegionState> regions,
        String policySha256,
        Instant reviewedAt,
        @Nullable Suspicion suspicion,
        @Nullable Instant panicSince,
        @Nullable SortedMap<EdgeId, Double> demandRps) {

    /** Copies the maps. */
    public Memory {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        demandRps = demandRps == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(demandRps));
    }

    /** Nothing was decided yet. */
    public static Memory blank() {
        return new Memory(new TreeMap<>(), "", Instant.EPOCH, null, null, null);
    }

    RegionState of(RegionId region, Instant now) {
        RegionState known = regions.get(region);
        return known == null ? RegionState.unknown(now) : known;
    }

    SortedMap<EdgeId, Double> demandRpsOrNone() {
        return demandRps == null ? Collections.emptySortedMap() : demandRps;
    }

    Suspicion suspicionOrNone() {
        return suspicion == null ? Suspicion.NONE : suspicion;
    }

    SortedMap<RegionId, Access> access() {
        SortedMap<RegionId, Access> access = new TreeMap<>();
        regions.forEach((region, state) -> access.put(region, state.access()));
        return access;
    }
}
