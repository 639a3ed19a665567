package dev.drover.api.rest;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the loss of each region would lead to, as {@code GET /v1/contingencies} shows it: whether the fleet is N-1
 * secure.
 *
 * @param reportedAt for which time; demand and capacities are those of then
 * @param understudiesAt when the understudies in force were last made or looked at and found good
 * @param now what is in force
 * @param losses of each region that is in rotation, in the order of their names
 */
public record ContingencyReport(Instant reportedAt, Instant understudiesAt, Outcome now, List<Loss> losses) {

    /** Copies the list. */
    public ContingencyReport {
        losses = List.copyOf(losses);
    }

    /**
     * How the fleet would stand.
     *
     * @param shedRps requests/s that nobody serves, in all
     * @param peakUtilization of the hottest region, 0 if none has capacity
     * @param hottest that region; absent if none has load
     */
    public record Outcome(double shedRps, double peakUtilization, @Nullable RegionId hottest) {}

    /**
     * The loss of one region.
     *
     * @param lost which
     * @param survivable whether all of its users would be served
     * @param shedRps requests/s of its users that nobody would serve, by edge; edges without any are absent
     * @param ifLost once every edge has acted on the contingency: only its own users move
     * @param ifReshuffled what could be reached if users of other regions moved too
     * @param ifSecondLost the second loss, on top of the first and after it was answered, that would be worst; absent if
     *     there is no other region
     */
    public record Loss(
            RegionId lost,
            boolean survivable,
            SortedMap<EdgeId, Double> shedRps,
            Outcome ifLost,
            Outcome ifReshuffled,
            @Nullable SecondLoss ifSecondLost) {

        /** Copies the map. */
        public Loss {
            shedRps = Collections.unmodifiableSortedMap(new TreeMap<>(shedRps));
        }
    }

    /**
     * A loss on top of another.
     *
     * @param lost which region
     * @param outcome once every edge has acted on it as well
     */
    public record SecondLoss(RegionId lost, Outcome outcome) {}
}
