package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.SortedMap;

/** What changes hands between two assignments. */
public final class Moved {

    private Moved() {}

    /** How many slots of an edge have another owner, 0 to 10,000. */
    public static int slots(SlotTable from, SlotTable to) {
        int moved = 0;
        int next = 0;
        while (next < Slots.COUNT) {
            int last = Math.min(from.runOf(next).last(), to.runOf(next).last());
            moved += from.runOf(next).owner().equals(to.runOf(next).owner()) ? 0 : last - next + 1;
            next = last + 1;
        }
        return moved;
    }

    /** How many slots have another owner, of all edges that both name. */
    static int slots(SortedMap<EdgeId, SlotTable> from, SortedMap<EdgeId, SlotTable> to) {
        return from.entrySet().stream()
                .mapToInt(edge -> slots(edge.getValue(), to.getOrDefault(edge.getKey(), edge.getValue())))
                .sum();
    }

    /** Requests/s whose region changes, over the edges that both name. */
    public static double rps(Fleet fleet, SortedMap<EdgeId, SlotTable> from, SortedMap<EdgeId, SlotTable> to) {
        double[] moved = {0};
        fleet.edges().forEach((edge, demand) -> {
            SlotTable before = from.get(edge);
            SlotTable after = to.get(edge);
            if (before != null && after != null) {
                moved[0] += slots(before, after) * demand.slotRps();
            }
        });
        return moved[0];
    }
}
