package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.SortedMap;

/** What changes hands between two assignments. */
public final class Moved {

    private Moved() {}

    /** How many slots of an edge have another owner, 0 to 10,000. */
    public static int slots(SlotTable from, SlotTable to) {
        if (from.equals(to)) {
            return 0;
        }
        int moved = 0;
        int next = 0;
        while (next < Slots.COUNT) {
            SlotRun was = from.runOf(next);
            SlotRun is = to.runOf(next);
            int last = Math.min(was.last(), is.last());
            moved += was.owner().equals(is.owner()) ? 0 : last - next + 1;
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

    /** Whether some edge sheds so many slots fewer, and all of them together less. */
    static boolean relieves(
            Fleet fleet, SortedMap<EdgeId, SlotTable> from, SortedMap<EdgeId, SlotTable> to, int slots) {
        return fleet.shedRps(to) < fleet.shedRps(from)
                && from.entrySet().stream().anyMatch(edge -> {
                    SlotTable after = to.getOrDefault(edge.getKey(), edge.getValue());
                    return edge.getValue().weightOf(Owner.SHED) - after.weightOf(Owner.SHED) >= slots;
                });
    }
}
