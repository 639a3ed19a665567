package dev.drover.edge.route;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The route of every slot, worked out once per policy and overlay, so that picking is one look-up that makes nothing.
 *
 * <p>Immutable.
 */
public final class RouteTable {

    /** While an overlay's region is on trial, every hundredth slot goes back to it: 1 % of its users. */
    public static final int TRIAL_EVERY = 100;

    private final Route[] routes;
    private final SortedMap<Owner, Integer> weights = new TreeMap<>();

    private RouteTable(Route[] routes) {
        this.routes = routes;
        for (Route route : routes) {
            weights.merge(route.first(), 1, Integer::sum);
        }
    }

    /** The slots as the policy says. */
    public static RouteTable of(SlotTable slots) {
        Route[] routes = new Route[Slots.COUNT];
        for (SlotRun run : slots.runs()) {
            for (int slot = run.first(); slot <= run.last(); slot++) {
                routes[slot] = new Route(slot, run.owner(), run.understudy());
            }
        }
        return new RouteTable(routes);
    }

    /** The slots with an overlay: those of the lost region go to their understudies, and nobody is retried there. */
    public static RouteTable without(RegionId lost, SlotTable slots) {
        return overlaid(lost, slots, slot -> false);
    }

    /** As {@link #without}, but {@link #TRIAL_EVERY every hundredth} slot of the region is back at it. */
    public static RouteTable onTrial(RegionId lost, SlotTable slots) {
        return overlaid(lost, slots, slot -> slot % TRIAL_EVERY == 0);
    }

    private static RouteTable overlaid(RegionId lost, SlotTable slots, IntPredicate isTried) {
        Route[] routes = of(slots).routes;
        for (Route route : routes) {
            if (route.first().is(lost) && !isTried.test(route.slot())) {
                routes[route.slot()] = new Route(route.slot(), route.second(), Owner.SHED);
            } else if (route.second().is(lost)) {
                routes[route.slot()] = new Route(route.slot(), route.first(), Owner.SHED);
            }
        }
        return new RouteTable(routes);
    }

    /** The route of a user. */
    public Route of(String userKey) {
        return routes[Slots.of(userKey)];
    }

    /**
     * The route of a slot.
     *
     * @param slot 0 to 9,999
     */
    public Route at(int slot) {
        return routes[slot];
    }

    /** How many slots go to each owner now, in basis points; owners without any are absent; the sum is 10,000. */
    public SortedMap<Owner, Integer> weights() {
        return Collections.unmodifiableSortedMap(weights);
    }
}
