package dev.drover.simulation.rehearsal.record;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.slot.SlotTable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A publication as it matters here.
 *
 * @param id which
 * @param tables the slots of each edge
 * @param demandRps of each edge, as the leader saw it when it decided
 * @param causes why
 */
public record Planned(
        PolicyId id, SortedMap<EdgeId, SlotTable> tables, SortedMap<EdgeId, Double> demandRps, List<Cause> causes) {

    /** Copies the maps and the list. */
    public Planned {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        demandRps = Collections.unmodifiableSortedMap(new TreeMap<>(demandRps));
        causes = List.copyOf(causes);
    }
}
