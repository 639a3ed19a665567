package dev.drover.decision.rotate;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Pace;
import dev.drover.api.steering.GuardSettings;
import dev.drover.api.steering.RampSettings;
import dev.drover.api.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which regions may have users now, under the guards.
 *
 * @param access of each region
 * @param held what a guard held back, in words: the numbers and what a person may do
 */
public record Rotation(SortedMap<RegionId, Access> access, List<String> held) {

    /** Copies both. */
    public Rotation {
        access = Collections.unmodifiableSortedMap(new TreeMap<>(access));
        held = List.copyOf(held);
    }

    /**
     * What decides about one region.
     *
     * @param before how it was
     * @param verdict what is concluded of it
     * @param order the active evacuation, if there is one
     */
    public record Claim(Access before, Verdict verdict, @Nullable Evacuation order) {}

    /**
     * The next step of every region: what the order says, else what the verdict says, as far as the guards let it.
     *
     * <p>Regions that are out already come first, then the others in the order of their names, so that a guard never
     * lets one back in only to keep another out.
     */
    public static Rotation next(
            SortedMap<RegionId, Claim> claims, RampSettings ramp, GuardSettings guards, Instant now) {
        SortedMap<RegionId, Access> next = new TreeMap<>();
        List<String> held = new ArrayList<>();
        int out = 0;
        int outByAutomation = 0;
        for (RegionId region : outFirst(claims)) {
            Claim claim = claims.getOrDefault(region, new Claim(Access.open(now), Verdict.UNKNOWN, null));
            Access wanted = wanted(claim, ramp, now);
            if (wanted.isClosed() || wanted.phase() == Access.Phase.LEAVING) {
                String guard = guardAgainst(wanted, claims.size() - out, outByAutomation, guards);
                if (guard != null && !claim.before().isClosed()) {
                    held.add(region + " is not taken out of rotation: " + guard);
                    next.put(region, claim.before());
                    continue;
                }
                out++;
                outByAutomation += wanted.isClosedByAutomation() ? 1 : 0;
            }
            next.put(region, wanted.isSameStepAs(claim.before()) ? claim.before() : wanted);
        }
        return new Rotation(next, held);
    }

    private static List<RegionId> outFirst(SortedMap<RegionId, Claim> claims) {
        List<RegionId> order = new ArrayList<>();
        claims.forEach((region, claim) -> {
            if (claim.before().isClosed()) {
                order.add(region);
            }
        });
        claims.keySet().stream().filter(region -> !order.contains(region)).forEach(order::add);
        return order;
    }

    private static @Nullable String guardAgainst(
            Access wanted, int inRotation, int outByAutomation, GuardSettings guards) {
        if (inRotation - 1 < guards.minInRotation()) {
            return "minInRotation is " + guards.minInRotation() + " and only " + inRotation + " are in rotation";
        }
        if (wanted.isClosedByAutomation() && outByAutomation >= guards.maxAutoEvacuated()) {
            return "maxAutoEvacuated is " + guards.maxAutoEvacuated() + " and " + outByAutomation
                    + " are out by automation; evacuate it by hand if it must go";
        }
        return null;
    }

    private static Access wanted(Claim claim, RampSettings ramp, Instant now) {
        Access before = claim.before();
        Evacuation order = claim.order();
        if (order != null) {
            return order.pace() == Pace.EMERGENCY || !claim.verdict().inRotation()
                    ? Access.closed(Access.Reason.ORDER, now)
                    : nextOut(before, ramp, now);
        }
        if (!claim.verdict().inRotation()) {
            return Access.closed(claim.verdict() == Verdict.LOST ? Access.Reason.LOST : Access.Reason.DOWN, now);
        }
        return switch (before.phase()) {
            case OPEN -> before;
            case CLOSED -> before.reason() == Access.Reason.LOST ? Access.open(now) : firstBack(ramp, now);
            case LEAVING -> firstBack(ramp, now);
            case RETURNING -> nextBack(before, ramp, now);
        };
    }

    private static Access nextOut(Access before, RampSettings ramp, Instant now) {
        if (before.isClosed()) {
            return Access.closed(Access.Reason.ORDER, now);
        }
        if (before.phase() != Access.Phase.LEAVING) {
            return Access.leaving(100 - ramp.plannedPercent(), now);
        }
        if (before.since().plus(ramp.plannedBake()).isAfter(now)) {
            return before;
        }
        int left = before.percent() - ramp.plannedPercent();
        return left > 0 ? Access.leaving(left, now) : Access.closed(Access.Reason.ORDER, now);
    }

    private static Access firstBack(RampSettings ramp, Instant now) {
        return backAt(ramp.returnPercents().get(0), now);
    }

    private static Access nextBack(Access before, RampSettings ramp, Instant now) {
        if (before.since().plus(ramp.returnBake()).isAfter(now)) {
            return before;
        }
        int next = ramp.returnPercents().stream()
                .filter(percent -> percent > before.percent())
                .findFirst()
                .orElse(100);
        return backAt(next, now);
    }

    private static Access backAt(int percent, Instant now) {
        return percent == 100 ? Access.open(now) : Access.returning(percent, now);
    }
}
