package dev.drover.simulation.rehearsal.record;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The weights of all edges, for people. */
final class Weights {

    private static final double BASIS_POINTS_PER_PERCENT = 100.0;

    private Weights() {}

    static SortedMap<EdgeId, SortedMap<Owner, Integer>> all(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SortedMap<Owner, Integer>> weights = new TreeMap<>();
        tables.forEach((edge, table) -> weights.put(edge, table.weights()));
        return weights;
    }

    /** Such as {@code fra: eu-west-1 100%; iad: us-east-1 70% us-west-2 30%}. */
    static String shown(SortedMap<EdgeId, SlotTable> tables) {
        List<String> edges = new ArrayList<>();
        all(tables).forEach((edge, weights) -> {
            List<String> owners = new ArrayList<>();
            weights.forEach((owner, weight) -> owners.add(owner + " " + percent(weight)));
            edges.add(edge + ": " + String.join(" ", owners));
        });
        return String.join("; ", edges);
    }

    private static String percent(int basisPoints) {
        double percent = basisPoints / BASIS_POINTS_PER_PERCENT;
        return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + "%";
    }
}
