package dev.drover.decision.plan;

import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives an edge's slots new owners: exactly as many change hands as the weights ask for.
 *
 * <p>Slots that can go home go first. Of the others, those leave first that are not at home where they are. Slots are
 * taken as whole pieces of runs, so runs stay few.
 */
final class Handover {

    private final SortedMap<Owner, Integer> surplus = new TreeMap<>();
    private final SortedMap<Owner, Integer> wanted = new TreeMap<>();

    private Handover(SlotTable table, SortedMap<Owner, Integer> weights) {
        SortedMap<Owner, Integer> owned = table.weights();
        owned.forEach((owner, slots) -> {
            int over = slots - weights.getOrDefault(owner, 0);
            if (over > 0) {
                surplus.put(owner, over);
            }
        });
        weights.forEach((owner, slots) -> {
            int under = slots - owned.getOrDefault(owner, 0);
            if (under > 0) {
                wanted.put(owner, under);
            }
        });
    }

    /**
     * The table with those weights.
     *
     * @param weights slots for each owner; the sum is 10,000
     */
    static SlotTable to(SortedMap<Owner, Integer> weights, SlotTable table) {
        Handover handover = new Handover(table, weights);
        List<SlotRun> runs = handover.goHome(table.runs());
        runs = handover.leave(runs, false);
        runs = handover.leave(runs, true);
        return new SlotTable(runs);
    }

    /** A first table: every slot is at home where it is. */
    static SlotTable fresh(SortedMap<Owner, Integer> weights) {
        List<SlotRun> runs = new ArrayList<>();
        int next = 0;
        for (Map.Entry<Owner, Integer> weight : weights.entrySet()) {
            if (weight.getValue() > 0) {
                int last = next + weight.getValue() - 1;
                runs.add(new SlotRun(next, last, weight.getKey(), Owner.SHED, weight.getKey()));
                next = last + 1;
            }
        }
        if (next != Slots.COUNT) {
            throw new IllegalArgumentException("weights: " + weights + " (expected: a sum of " + Slots.COUNT + ")");
        }
        return new SlotTable(runs);
    }

    private List<SlotRun> goHome(List<SlotRun> runs) {
        List<SlotRun> next = new ArrayList<>();
        for (SlotRun run : runs) {
            int moving = run.home().equals(run.owner())
                    ? 0
                    : Math.min(run.size(), Math.min(of(surplus, run.owner()), of(wanted, run.home())));
            split(run, moving, run.home(), next);
        }
        return next;
    }

    private List<SlotRun> leave(List<SlotRun> runs, boolean evenFromHome) {
        List<SlotRun> next = new ArrayList<>();
        for (SlotRun run : runs) {
            SlotRun rest = run;
            boolean eligible = evenFromHome || !run.home().equals(run.owner());
            while (eligible && of(surplus, run.owner()) > 0 && !wanted.isEmpty()) {
                Owner taker = wanted.firstKey();
                int moving = Math.min(rest.size(), Math.min(of(surplus, run.owner()), of(wanted, taker)));
                boolean whole = moving == rest.size();
                take(run.owner(), taker, moving);
                next.add(owned(rest.over(rest.first(), rest.first() + moving - 1), taker));
                if (whole) {
                    rest = null;
                    break;
                }
                rest = rest.over(rest.first() + moving, rest.last());
            }
            if (rest != null) {
                next.add(rest);
            }
        }
        return next;
    }

    private void split(SlotRun run, int moving, Owner taker, List<SlotRun> next) {
        if (moving == 0) {
            next.add(run);
            return;
        }
        take(run.owner(), taker, moving);
        next.add(owned(run.over(run.first(), run.first() + moving - 1), taker));
        if (moving < run.size()) {
            next.add(run.over(run.first() + moving, run.last()));
        }
    }

    private void take(Owner giver, Owner taker, int slots) {
        lower(surplus, giver, slots);
        lower(wanted, taker, slots);
    }

    /** A run with another owner; who was its understudy is decided anew afterwards. */
    static SlotRun owned(SlotRun run, Owner owner) {
        Owner understudy = run.understudy().equals(owner) ? Owner.SHED : run.understudy();
        return new SlotRun(run.first(), run.last(), owner, understudy, run.home());
    }

    private static int of(SortedMap<Owner, Integer> map, Owner owner) {
        return map.getOrDefault(owner, 0);
    }

    private static void lower(SortedMap<Owner, Integer> map, Owner owner, int by) {
        map.computeIfPresent(owner, (key, slots) -> slots > by ? slots - by : null);
    }
}
