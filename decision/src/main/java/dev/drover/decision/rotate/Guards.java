package dev.drover.decision.rotate;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.GuardSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What may be taken out of rotation, by whomever, counted while the regions are gone through one by one.
 *
 * @param settings the limits
 * @param regions how many there are
 * @param wholeRps the capacity of all of them, requests/s
 * @param removedRps the capacity that was taken out within the window
 * @param out how many regions are out, or on their way
 * @param outByAutomation how many of them automation closed
 */
record Guards(GuardSettings settings, int regions, double wholeRps, double removedRps, int out, int outByAutomation) {

    /** Before the first region. */
    static Guards over(SortedMap<RegionId, Claim> claims, GuardSettings settings, Instant now) {
        double whole = 0;
        double removed = 0;
        for (Claim claim : claims.values()) {
            Instant outSince = claim.before().outSince();
            boolean lately =
                    outSince != null && outSince.plus(settings.removalWindow()).isAfter(now);
            whole += claim.capacityRps();
            removed += lately ? claim.capacityRps() : 0;
        }
        return new Guards(settings, claims.size(), whole, removed, 0, 0);
    }

    /** The guard that keeps a region in rotation; nothing if it may leave, does not want to, or is out already. */
    Optional<Note.Held> against(RegionId region, Claim claim, Access wanted) {
        if (!isOut(wanted) || claim.before().isClosed()) {
            return Optional.empty();
        }
        if (regions - out - 1 < settings.minInRotation()) {
            return held("minInRotation", region, claim, settings.minInRotation(), regions - out - 1);
        }
        if (wanted.isClosedByAutomation() && outByAutomation >= settings.maxAutoEvacuated()) {
            return held("maxAutoEvacuated", region, claim, settings.maxAutoEvacuated(), outByAutomation + 1);
        }
        boolean leavesNow = claim.before().outSince() == null;
        double removed = (removedRps + claim.capacityRps()) / Math.max(wholeRps, Double.MIN_NORMAL);
        return leavesNow && removedRps > 0 && removed > settings.removalBudget()
                ? held("removalBudget", region, claim, settings.removalBudget(), removed)
                : Optional.empty();
    }

    private static Optional<Note.Held> held(String guard, RegionId region, Claim claim, double limit, double value) {
        return Optional.of(new Note.Held(guard, region, claim.order() == null ? claim.verdict() : null, limit, value));
    }

    private static boolean isOut(Access access) {
        return access.isClosed() || access.phase() == Access.Phase.LEAVING;
    }

    /** With one region more, as it is next. */
    Guards counting(Claim claim, Access next) {
        if (!isOut(next)) {
            return this;
        }
        boolean leavesNow = claim.before().outSince() == null;
        return new Guards(
                settings,
                regions,
                wholeRps,
                removedRps + (leavesNow ? claim.capacityRps() : 0),
                out + 1,
                outByAutomation + (next.isClosedByAutomation() ? 1 : 0));
    }
}
