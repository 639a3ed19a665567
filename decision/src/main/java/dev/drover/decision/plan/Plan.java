package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotTable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Owner and understudy of every slot.
 *
 * @param tables of each edge
 * @param trigger why it was solved anew, if it was
 * @param change how much of it differs from what is in force
 */
public record Plan(SortedMap<EdgeId, SlotTable> tables, Optional<String> trigger, Change change) {

    /** How much a plan changes. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** Who would stand in; nobody moves. */
        UNDERSTUDIES,
        /** Who owns what. */
        OWNERS
    }

    /** Copies the map. */
    public Plan {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }
}
