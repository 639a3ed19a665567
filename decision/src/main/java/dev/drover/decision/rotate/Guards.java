package dev.drover.decision.rotate;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.GuardSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What may be taken out of rotation, by whomever, counted while the regions are gone through one by one. */
final class Guards {

    private final GuardSettings settings;
    private final SortedMap<RegionId, Claim> claims;
    private final Instant now;
    private final double wholeRps;
    /** How those stand that were gone through. */
    private final SortedMap<RegionId, Access> settled = new TreeMap<>();

    Guards(GuardSettings settings, SortedMap<RegionId, Claim> claims, Instant now) {
        this.settings = settings;
        this.claims = claims;
        this.now = now;
        this.wholeRps = claims.values().stream().mapToDouble(Claim::capacityRps).sum();
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
        int left = claims.size() - out() - 1;
        if (left < settings.minInRotation()) {
            return held("minInRotation", region, claim, settings.minInRotation(), left);
        }
        int outByAutomation = outByAutomation();
        if (wanted.isClosedByAutomation() && outByAutomation >= settings.maxAutoEvacuated()) {
            return held("maxAutoEvacuated", region, claim, settings.maxAutoEvacuated(), outByAutomation + 1);
        }
        boolean leavesNow = claim.before().outSince() == null;
        double removedRps = removedRps();
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

    /** That is how the region stands from now on. */
    void settle(RegionId region, Access next) {
        settled.put(region, next);
    }

    private int out() {
        return (int) settled.values().stream().filter(Guards::isOut).count();
    }

    private int outByAutomation() {
        return (int)
                settled.values().stream().filter(Access::isClosedByAutomation).count();
    }

    /** What was taken away within the window, and now. */
    private double removedRps() {
        double sum = 0;
        for (Map.Entry<RegionId, Claim> claim : claims.entrySet()) {
            Access before = claim.getValue().before();
            Access next = settled.get(claim.getKey());
            boolean leavesNow = before.outSince() == null && next != null && isOut(next);
            sum += isRemovedLately(before) || leavesNow ? claim.getValue().capacityRps() : 0;
        }
        return sum;
    }
}
