package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how often slots changed their owner in what a world published from now on. */
final class Moves {

    private final World world;
    private final int from;

    Moves(World world) {
        this.world = world;
        this.from = world.published().size();
    }

    int mostOfOneSlot() {
        return bySlot().values().stream().flatMapToInt(Arrays::stream).max().orElse(0);
    }

    long total() {
        return bySlot().values().stream().flatMapToInt(Arrays::stream).sum();
    }

    boolean nobodyWasShed() {
        return world.published().stream()
                .skip(Math.max(0, from - 1))
                .flatMap(decision -> decision.next().tables().values().stream())
                .allMatch(table -> table.weightOf(Owner.SHED) == 0);
    }

    private SortedMap<EdgeId, int[]> bySlot() {
        SortedMap<EdgeId, int[]> moves = new TreeMap<>();
        for (int i = from; i < world.published().size(); i++) {
            SortedMap<EdgeId, SlotTable> was =
                    world.published().get(i - 1).next().tables();
            world.published().get(i).next().tables().forEach((edge, is) -> {
                SlotTable before = was.get(edge);
                if (before != null && !before.equals(is)) {
                    count(moves.computeIfAbsent(edge, unknown -> new int[Slots.COUNT]), before, is);
                }
            });
        }
        return moves;
    }

    private static void count(int[] moves, SlotTable was, SlotTable is) {
        for (int slot = 0; slot < Slots.COUNT; slot++) {
            moves[slot] += was.runOf(slot).owner().equals(is.runOf(slot).owner()) ? 0 : 1;
        }
    }
}
