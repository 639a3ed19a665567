package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline.Change;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each slot changed its owner, by what was published. */
final class Moves {

    private Moves() {}

    /** Over all slots of these edges together. */
    static double sum(Recording recording, List<EdgeId> edges, long fromNanos, long untilNanos) {
        double sum = 0;
        for (int[] moves : ofEach(recording, edges, fromNanos, untilNanos).values()) {
            for (int of : moves) {
                sum += of;
            }
        }
        return sum;
    }

    /** Of the slot that moved most often. */
    static double most(Recording recording, List<EdgeId> edges, long fromNanos, long untilNanos) {
        int most = 0;
        for (int[] moves : ofEach(recording, edges, fromNanos, untilNanos).values()) {
            for (int of : moves) {
                most = Math.max(most, of);
            }
        }
        return most;
    }

    private static SortedMap<EdgeId, int[]> ofEach(
            Recording recording, List<EdgeId> edges, long fromNanos, long untilNanos) {
        SortedMap<EdgeId, int[]> moves = new TreeMap<>();
        Optional<Planned> before = recording.published().at(fromNanos);
        for (Change<Optional<Planned>> change : recording.published().changes(fromNanos, untilNanos)) {
            for (EdgeId edge : edges) {
                Optional<SlotTable> was = tableOf(before, edge);
                Optional<SlotTable> is = tableOf(change.value(), edge);
                if (was.isPresent() && is.isPresent()) {
                    count(was.get(), is.get(), moves.computeIfAbsent(edge, none -> new int[Slots.COUNT]));
                }
            }
            before = change.value();
        }
        return moves;
    }

    private static Optional<SlotTable> tableOf(Optional<Planned> planned, EdgeId edge) {
        return planned.map(Planned::tables).map(tables -> tables.get(edge));
    }

    private static void count(SlotTable was, SlotTable is, int[] counts) {
        for (SlotRun run : is.runs()) {
            int slot = run.first();
            while (slot <= run.last()) {
                SlotRun earlier = was.runOf(slot);
                int last = Math.min(earlier.last(), run.last());
                if (!earlier.owner().equals(run.owner())) {
                    for (int moved = slot; moved <= last; moved++) {
                        counts[moved]++;
                    }
                }
                slot = last + 1;
            }
        }
    }
}
