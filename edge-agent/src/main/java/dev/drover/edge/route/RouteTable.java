package dev.drover.edge.route;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The route of every slot under a policy and an overlay. A slot's route is worked out when it is first asked for; after
 * that, picking is one look-up that makes nothing.
 *
 * <p>Confined to the agent's event loop.
 */
public final class RouteTable {

    /** While an overlay's region is on trial, every hundredth slot goes back to it: 1 % of its users. */
    public static final int TRIAL_EVERY = 100;

    private final SlotTable slots;
    private final @Nullable RegionId lost;
    private final Trial trial;
    private final @Nullable Route[] routes = new @Nullable Route[Slots.COUNT];

    private enum Trial {
        NONE,
        EVERY_HUNDREDTH
    }

    private RouteTable(SlotTable slots, @Nullable RegionId lost, Trial trial) {
        this.slots = slots;
        this.lost = lost;
        this.trial = trial;
    }

    /** The slots as the policy says. */
    public static RouteTable of(SlotTable slots) {
        return new RouteTable(slots, null, Trial.NONE);
    }

    /** The slots with an overlay: those of the lost region go to their understudies, and nobody is retried there. */
    public static RouteTable without(RegionId lost, SlotTable slots) {
        return new RouteTable(slots, lost, Trial.NONE);
    }

    /** As {@link #without}, but {@link #TRIAL_EVERY every hundredth} slot of the region is back at it. */
    public static RouteTable onTrial(RegionId lost, SlotTable slots) {
        return new RouteTable(slots, lost, Trial.EVERY_HUNDREDTH);
    }

    /** The route of a user. */
    public Route of(String userKey) {
        return at(Slots.of(userKey));
    }

    /**
     * The route of a slot.
     *
     * @param slot 0 to 9,999
     */
    public Route at(int slot) {
        Route known = routes[slot];
        if (known != null) {
            return known;
        }
        Route route = route(slot, slots.runOf(slot));
        routes[slot] = route;
        return route;
    }

    private Route route(int slot, SlotRun run) {
        if (lost == null) {
            return new Route(slot, run.owner(), run.understudy());
        }
        if (run.owner().is(lost) && !isTried(slot)) {
            return new Route(slot, run.understudy(), Owner.SHED);
        }
        return new Route(slot, run.owner(), run.understudy().is(lost) ? Owner.SHED : run.understudy());
    }

    private boolean isTried(int slot) {
        return trial == Trial.EVERY_HUNDREDTH && slot % TRIAL_EVERY == 0;
    }

    /** How many slots go to each owner now, in basis points; owners without any are absent; the sum is 10,000. */
    public SortedMap<Owner, Integer> weights() {
        SortedMap<Owner, Integer> weights = new TreeMap<>();
        for (SlotRun run : slots.runs()) {
            boolean isLost = lost != null && run.owner().is(lost);
            int tried = isLost ? tried(run) : run.size();
            add(weights, run.owner(), tried);
            add(weights, run.understudy(), run.size() - tried);
        }
        return Collections.unmodifiableSortedMap(weights);
    }

    private static void add(SortedMap<Owner, Integer> weights, Owner owner, int slots) {
        if (slots > 0) {
            weights.merge(owner, slots, Integer::sum);
        }
    }

    /** How many slots of a run of the lost region are on trial. */
    private int tried(SlotRun run) {
        return trial == Trial.NONE ? 0 : run.last() / TRIAL_EVERY - (run.first() + TRIAL_EVERY - 1) / TRIAL_EVERY + 1;
    }
}
