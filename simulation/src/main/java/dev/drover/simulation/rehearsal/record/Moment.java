package dev.drover.simulation.rehearsal.record;

import dev.drover.api.fleet.RegionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that has no duration.
 *
 * @param nanos when, since the scenario's beginning
 * @param region which one it was about, if about one
 */
public record Moment(long nanos, Kind kind, @Nullable RegionId region) {

    /** The kinds. */
    public enum Kind {
        /** A controller took the next epoch. */
        EPOCH_TAKEN,
        /** An operator was told that his order is committed. */
        ORDER_COMMITTED,
        /** An operator was told that his order is refused, or was not answered. */
        ORDER_REFUSED,
        /** An agent refused a publication. */
        POLICY_REFUSED,
        /** The store refused a publication whose fence did not hold. */
        WRITE_REFUSED
    }
}
