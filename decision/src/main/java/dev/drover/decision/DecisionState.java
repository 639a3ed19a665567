package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotTable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the decision stands: the slots in force, and what it remembers.
 *
 * @param tables owner, understudy and home of every slot, as last decided; empty before the first decision
 * @param memory of the decisions before
 */
public record DecisionState(SortedMap<EdgeId, SlotTable> tables, Memory memory) {

    /** Copies the map. */
    public DecisionState {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** Before the first decision of a store. */
    public static DecisionState blank() {
        return new DecisionState(new TreeMap<>(), Memory.blank());
    }
}
