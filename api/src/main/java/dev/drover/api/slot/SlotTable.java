package dev.drover.api.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Owner, understudy and home of every slot of one edge.
 *
 * <p>A table that leaves a slot without an owner, or gives it two, cannot be constructed. Neighbouring runs that say
 * the same are joined, so equal tables have equal runs.
 *
 * @param runs in the order of their slots, from 0 to 9,999, without gap or overlap
 */
public record SlotTable(@JsonValue List<SlotRun> runs) {

    /**
     * Checks that every slot is there exactly once, and joins neighbours that say the same.
     *
     * @throws IllegalArgumentException naming the first slot that has no owner or two
     */
    public SlotTable {
        List<SlotRun> joined = new ArrayList<>(runs.size());
        int next = 0;
        for (SlotRun run : runs) {
            if (run.first() != next) {
                throw new IllegalArgumentException("slot " + Math.min(next, run.first())
                        + (run.first() > next ? " has no owner" : " has two owners")
                        + " (expected: runs that cover 0-" + (Slots.COUNT - 1) + " in order, each slot once)");
            }
            next = run.last() + 1;
            SlotRun before = joined.isEmpty() ? run : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && before.saysTheSameAs(run)) {
                joined.set(joined.size() - 1, before.over(before.first(), run.last()));
            } else {
                joined.add(run);
            }
        }
        if (next != Slots.COUNT) {
            throw new IllegalArgumentException("slot " + next + " has no owner (expected: runs that cover 0-"
                    + (Slots.COUNT - 1) + " in order, each slot once)");
        }
        runs = List.copyOf(joined);
    }

    /** A table of those runs; throws IllegalArgumentException as the constructor. */
    @JsonCreator
    public static SlotTable of(List<SlotRun> runs) {
        return new SlotTable(runs);
    }

    /** All slots at one owner, which is their home too. */
    public static SlotTable allAt(Owner owner, Owner understudy) {
        return new SlotTable(List.of(new SlotRun(0, Slots.COUNT - 1, owner, understudy, owner)));
    }

    /**
     * The run that a slot is in.
     *
     * @param slot 0 to 9,999
     * @throws IndexOutOfBoundsException if there is no such slot
     */
    public SlotRun runOf(int slot) {
        Objects.checkIndex(slot, Slots.COUNT);
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).last() < slot) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return runs.get(low);
    }

    /** How many slots each owner has, in basis points; owners without any are absent; the sum is 10,000. */
    public SortedMap<Owner, Integer> weights() {
        SortedMap<Owner, Integer> weights = new TreeMap<>();
        for (SlotRun run : runs) {
            weights.merge(run.owner(), run.size(), Integer::sum);
        }
        return Collections.unmodifiableSortedMap(weights);
    }

    /** How many slots that owner has, 0 to 10,000. */
    public int weightOf(Owner owner) {
        int weight = 0;
        for (SlotRun run : runs) {
            weight += run.owner().equals(owner) ? run.size() : 0;
        }
        return weight;
    }

    /**
     * This table with every run changed; together the changed runs must cover what they covered before.
     *
     * @throws IllegalArgumentException if the changed runs do not cover each slot once
     */
    public SlotTable map(UnaryOperator<SlotRun> change) {
        List<SlotRun> changed = new ArrayList<>(runs.size());
        for (SlotRun run : runs) {
            changed.add(change.apply(run));
        }
        return new SlotTable(changed);
    }
}
