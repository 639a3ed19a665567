package dev.drover.decision.rotate;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.GuardSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** What may be taken out of rotation, by whomever, counted while the regions are gone through one by one. */
final class Guards {

    private final GuardSettings settings;
    private final Instant now;
    private final int regions;
    private final double wholeRps;
    private double removedRps;
    private int out;
    private int outByAutomation;

    Guards(GuardSettings settings, SortedMap<RegionId, Claim> claims, Instant now) {
        this.settings = settings;
        this.now = now;
        this.regions = claims.size();
        double sum = 0;
        for (Claim claim : claims.values()) {
            sum += claim.capacityRps();
            removedRps += isRemovedLately(claim.before()) ? claim.capacityRps() : 0;
        }
        this.wholeRps = sum;
    }

    private boolean isRemovedLately(Access access) {
        return access.outSince() != null
                && access.outSince().plus(settings.removalWindow()).isAfter(now);
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

    /** A region is out, or on its way. */
    void count(Claim claim, Access next) {
        if (isOut(next)) {
            out++;
            outByAutomation += next.isClosedByAutomation() ? 1 : 0;
            removedRps += claim.before().outSince() == null ? claim.capacityRps() : 0;
        }
    }
}
