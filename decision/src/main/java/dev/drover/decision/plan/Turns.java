package dev.drover.decision.plan;

import dev.drover.api.fleet.RegionId;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.decision.rotate.Access.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Which regions may have more or fewer users than before.
 *
 * @param before what each region was allowed when the slots in force were planned
 * @param after what it is allowed now
 */
record Turns(SortedMap<RegionId, Access> before, SortedMap<RegionId, Access> after) {

    private interface Turn {
        boolean happened(Access was, Access is);
    }

    private List<RegionId> those(Turn turn) {
        List<RegionId> turned = new ArrayList<>();
        after.forEach((region, is) -> {
            if (turn.happened(before.getOrDefault(region, Access.open(is.since())), is)) {
                turned.add(region);
            }
        });
        return turned;
    }

    /** Those that are at another step than before. */
    List<RegionId> any() {
        return those((was, is) -> !is.isSameStepAs(was));
    }

    /** Those that own nothing from now on. */
    List<RegionId> closed() {
        return those((was, is) -> is.isClosed() && !was.isClosed());
    }

    /** Whether one of them will not be back in a moment. */
    boolean isAnyOutForGood() {
        return !those((was, is) -> isOutForGood(is) && !isOutForGood(was)).isEmpty();
    }

    private static boolean isOutForGood(Access access) {
        return access.isClosed() && access.reason() != Reason.LOST;
    }

    /** Those that give up a part of their users. */
    List<RegionId> lowered() {
        return those((was, is) -> is.phase() == Phase.LEAVING && is.percent() < was.percent());
    }

    /** Those that get a part of their users back. */
    List<RegionId> raised() {
        return those((was, is) -> is.phase() == Phase.RETURNING && !is.isSameStepAs(was));
    }

    /** Those that may have all of their users again. */
    List<RegionId> opened() {
        return those((was, is) -> is.phase() == Phase.OPEN && was.phase() != Phase.OPEN);
    }

    /** Those that are out of rotation, or on their way. */
    List<RegionId> notOpen() {
        return those((was, is) -> is.phase() != Phase.OPEN);
    }

    /** The part of its users that a region may have, 0 to 1. */
    double part(RegionId region) {
        return part(after, region);
    }

    /** The part that it may keep of those that it could have before. */
    double partLeft(RegionId region) {
        return part(after, region) / part(before, region);
    }

    private static double part(SortedMap<RegionId, Access> access, RegionId region) {
        Access found = access.get(region);
        return found == null ? 1 : found.percent() / 100.0;
    }
}
