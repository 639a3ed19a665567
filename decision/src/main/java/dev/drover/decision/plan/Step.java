package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Moves that touch the slots of one region only, so that the load of every other stays within what was planned. */
final class Step {

    private Step() {}

    /** Its slots go to their understudies: the contingency. */
    static SortedMap<EdgeId, SlotTable> lose(RegionId region, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>(tables);
        next.replaceAll((edge, table) ->
                table.map(run -> run.owner().is(region) ? Handover.owned(run, run.understudy()) : run));
        return next;
    }

    /**
     * Of its slots, a part is left; the others go to their understudies, as far as they have one.
     *
     * @param left the part that stays, 0 to 1
     */
    static SortedMap<EdgeId, SlotTable> leave(RegionId region, double left, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>(tables);
        next.replaceAll((edge, table) -> {
            int owned = table.weightOf(Owner.of(region));
            int going = owned - (int) Math.floor(owned * left);
            return part(
                    table,
                    going,
                    run -> run.owner().is(region) && !run.understudy().isShed());
        });
        return next;
    }

    private interface Condition {
        boolean holds(SlotRun run);
    }

    private static SlotTable part(SlotTable table, int going, Condition condition) {
        List<SlotRun> runs = new ArrayList<>();
        int left = going;
        for (SlotRun run : table.runs()) {
            int moving = condition.holds(run) ? Math.min(left, run.size()) : 0;
            left -= moving;
            if (moving > 0) {
                runs.add(Handover.owned(run.over(run.first(), run.first() + moving - 1), run.understudy()));
            }
            if (moving < run.size()) {
                runs.add(run.over(run.first() + moving, run.last()));
            }
        }
        return new SlotTable(runs);
    }

    /**
     * Of the slots that it owns in the goal, a part is its own; all others stay where they are.
     *
     * @param part of them, 0 to 1
     */
    static SortedMap<EdgeId, SlotTable> comeBack(
            RegionId region, double part, SortedMap<EdgeId, SlotTable> tables, SortedMap<EdgeId, SlotTable> goal) {
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>(tables);
        next.replaceAll((edge, table) -> comeBack(region, part, table, goal.getOrDefault(edge, table)));
        return next;
    }

    private static SlotTable comeBack(RegionId region, double part, SlotTable table, SlotTable goal) {
        Owner owner = Owner.of(region);
        int coming = (int) Math.ceil(goal.weightOf(owner) * part) - table.weightOf(owner);
        List<SlotRun> runs = new ArrayList<>();
        int next = 0;
        while (next < Slots.COUNT) {
            SlotRun now = table.runOf(next);
            SlotRun then = goal.runOf(next);
            int last = Math.min(now.last(), then.last());
            boolean comes = then.owner().equals(owner) && !now.owner().equals(owner) && coming > 0;
            last = comes ? Math.min(last, next + coming - 1) : last;
            SlotRun piece = now.over(next, last);
            runs.add(comes ? Handover.owned(piece, owner) : piece);
            coming -= comes ? piece.size() : 0;
            next = last + 1;
        }
        return new SlotTable(runs);
    }
}
