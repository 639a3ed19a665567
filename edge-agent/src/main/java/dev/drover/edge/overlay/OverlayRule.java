package dev.drover.edge.overlay;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.Mark;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.slot.Owner;
import dev.drover.edge.view.RegionWatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When an agent acts on the contingency of a lost region by itself. One overlay at a time.
 *
 * <ul>
 *   <li>It begins when the agent's own view of a region that owns slots is LOST and another region that may be used is
 *       good. Of several lost regions the one with the most slots comes first. Everything lost is the agent's own
 *       trouble: nothing begins.
 *   <li>A policy ends it that gives the region none of the edge's slots, or that is newer and takes the region back.
 *   <li>Without such a policy it returns by itself: kept for {@code returnAfter}, view GOOD, enough probes since it
 *       began and nearly all of them clean. A region that only users called lost is tried with 1 % of the slots first.
 *   <li>If it begins again within {@code relapseWithin} of a return, it is held for {@code relapseLatch}.
 * </ul>
 *
 * <p>An understudy that is lost itself is used all the same: agents never invent weights. Confined to the agent's event
 * loop; pure but for its own state.
 */
public final class OverlayRule {

    private final NavigableMap<RegionId, Long> returnedNanos = new TreeMap<>();
    private @Nullable StandingOverlay standing;
    private String whyEnded = "";

    /** The overlay in force; null if there is none. */
    public @Nullable Overlay overlay() {
        return standing == null ? null : standing.overlay();
    }

    /** Whether 1 % of the slots of the overlay's region are back at it. */
    public boolean isOnTrial() {
        return standing != null && standing.isOnTrial();
    }

    /** Why the last overlay ended, in words; empty if none has. */
    public String whyEnded() {
        return whyEnded;
    }

    /**
     * Looks at the world; called whenever a view may have turned or a policy came.
     *
     * @param watches of every region of the policy
     * @param at wall time, for people
     */
    public void step(EdgePolicy policy, NavigableMap<RegionId, RegionWatch> watches, long nanos, Instant at) {
        returnedNanos.keySet().retainAll(policy.regions().keySet());
        StandingOverlay before = standing;
        if (before != null) {
            endIfOver(before, policy, watches, nanos);
        }
        if (standing == null) {
            beginIfLost(policy, watches, nanos, at);
        }
    }

    private void endIfOver(
            StandingOverlay ending, EdgePolicy policy, NavigableMap<RegionId, RegionWatch> watches, long nanos) {
        RegionId region = ending.overlay().region();
        RegionWatch watch = watches.get(region);
        if (watch == null || policy.slots().weightOf(Owner.of(region)) == 0) {
            end(policy.id() + " gives it no slots");
        } else if (policy.back().contains(region) && policy.id().isNewerThan(ending.under())) {
            end(policy.id() + " takes it back");
        } else if (ending.hasRecovered(watch, policy.settings().view(), nanos)) {
            returnedNanos.put(region, nanos);
            end("it has recovered");
        }
    }

    private void end(String why) {
        whyEnded = why;
        standing = null;
    }

    private void beginIfLost(EdgePolicy policy, NavigableMap<RegionId, RegionWatch> watches, long nanos, Instant at) {
        Optional<Map.Entry<RegionId, RegionWatch>> lost = watches.entrySet().stream()
                .filter(entry -> entry.getValue().view() == View.LOST)
                .filter(entry -> policy.slots().weightOf(Owner.of(entry.getKey())) > 0)
                .max(Comparator.comparingInt(entry -> policy.slots().weightOf(Owner.of(entry.getKey()))));
        if (lost.isPresent() && isAnyGood(policy, watches)) {
            RegionId region = lost.get().getKey();
            RegionWatch watch = lost.get().getValue();
            Overlay overlay = new Overlay(region, at, watch.evidence());
            long latchNanos = latchNanos(region, policy.settings().view(), nanos);
            standing = new StandingOverlay(overlay, policy.id(), watch, nanos, latchNanos);
        }
    }

    private static boolean isAnyGood(EdgePolicy policy, NavigableMap<RegionId, RegionWatch> watches) {
        return policy.regions().entrySet().stream()
                .filter(entry -> entry.getValue().mark() != Mark.CLOSED)
                .map(entry -> watches.get(entry.getKey()))
                .anyMatch(watch -> watch != null && watch.view() == View.GOOD);
    }

    private long latchNanos(RegionId region, ViewSettings settings, long nanos) {
        Long returned = returnedNanos.get(region);
        boolean relapse =
                returned != null && nanos - returned <= settings.relapseWithin().toNanos();
        return relapse ? settings.relapseLatch().toNanos() : 0;
    }
}
