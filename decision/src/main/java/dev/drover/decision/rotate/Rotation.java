package dev.drover.decision.rotate;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.GuardSettings;
import dev.drover.api.steering.RampSettings;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.rotate.Access.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which regions may have users now, under the guards.
 *
 * @param access of each region
 * @param notes what was held back, and by what
 */
public record Rotation(SortedMap<RegionId, Access> access, List<Note> notes) {

    /** Copies both. */
    public Rotation {
        access = Collections.unmodifiableSortedMap(new TreeMap<>(access));
        notes = List.copyOf(notes);
    }

    /**
     * Under which circumstances regions are rotated.
     *
     * @param clear whether the edges can be believed
     * @param panic whether every region that may serve is lost or down
     */
    public record Terms(RampSettings ramp, GuardSettings guards, boolean clear, boolean panic, Instant now) {}

    /**
     * The next step of every region: what the order says, else what the verdict says, as far as the guards let it.
     *
     * <p>Regions that are out already come first, then the others in the order of their names, the last resort at the
     * end, so that a guard never lets one back in only to keep another out.
     */
    public static Rotation next(SortedMap<RegionId, Claim> claims, Terms terms) {
        SortedMap<RegionId, Access> next = new TreeMap<>();
        List<Note> notes = new ArrayList<>();
        Guards guards = Guards.over(claims, terms.guards(), terms.now());
        for (Map.Entry<RegionId, Claim> each : inTurn(claims, terms.guards())) {
            RegionId region = each.getKey();
            Claim claim = each.getValue();
            Access wanted = wanted(region, claim, terms);
            Optional<Note.Held> held = guards.against(region, claim, wanted);
            Access access = held.isPresent() ? claim.before() : wanted;
            guards = guards.counting(claim, access);
            next.put(region, access);
            held.ifPresentOrElse(
                    notes::add, () -> waiting(region, access, claim, terms).ifPresent(notes::add));
            if (isObserved(region, claim, terms)) {
                notes.add(new Note.Observed(region, claim.verdict()));
            }
        }
        return new Rotation(next, notes);
    }

    private static List<Map.Entry<RegionId, Claim>> inTurn(SortedMap<RegionId, Claim> claims, GuardSettings guards) {
        List<Map.Entry<RegionId, Claim>> order = new ArrayList<>(claims.entrySet());
        Comparator<Map.Entry<RegionId, Claim>> inBeforeOut =
                Comparator.comparing(claim -> !claim.getValue().before().isClosed());
        order.sort(inBeforeOut.thenComparing(claim -> claim.getKey().equals(guards.lastResort())));
        return order;
    }

    /** As it was, unless something else is wanted; whoever wants the same step again began it before. */
    private static Access wanted(RegionId region, Claim claim, Terms terms) {
        Access before = claim.before();
        Access next = stepped(region, claim, terms);
        return next.isSameStepAs(before) && !next.isUnderWay() ? before : next;
    }

    private static Access stepped(RegionId region, Claim claim, Terms terms) {
        Access before = claim.before();
        Ramp ramp = new Ramp(terms.ramp(), terms.clear(), terms.now());
        if (terms.guards().observe()) {
            return before;
        }
        if (claim.order() != null) {
            return claim.isUrgent() ? before.closed(Reason.ORDER, terms.now()) : ramp.nextOut(claim);
        }
        if (terms.panic()) {
            return before;
        }
        if (claim.verdict().inRotation() || terms.guards().observes(region)) {
            return ramp.nextBack(claim);
        }
        return before.closed(claim.verdict() == Verdict.LOST ? Reason.LOST : Reason.DOWN, terms.now());
    }

    private static Optional<Note> waiting(RegionId region, Access access, Claim claim, Terms terms) {
        boolean waits = !terms.clear() || access.progressOrSmooth().isWaiting();
        return access.isUnderWay() && waits
                ? Optional.of(new Note.Waiting(region, access.percent(), claim.strain()))
                : Optional.empty();
    }

    private static boolean isObserved(RegionId region, Claim claim, Terms terms) {
        return terms.guards().observes(region) && !claim.verdict().inRotation();
    }
}
