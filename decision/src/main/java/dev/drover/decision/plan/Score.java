package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.util.Map;
import java.util.SortedMap;

/**
 * How good an assignment is, by the three goals in their order.
 *
 * @param shedRps requests/s that nobody serves
 * @param peak the highest utilization above the target; the target if none is
 * @param latency requests/s x ms, with the cost of moving there
 * @param movedRps requests/s that would change their region
 */
record Score(double shedRps, double peak, double latency, double movedRps) {

    private static final double PEAK_WORTH = 0.02;
    private static final double LATENCY_WORTH = 0.01;

    static Score of(Fleet fleet, SortedMap<EdgeId, SlotTable> tables, SortedMap<EdgeId, SlotTable> from) {
        double latency = 0;
        for (Map.Entry<EdgeId, EdgeDemand> edge : fleet.edges().entrySet()) {
            SlotTable table = tables.get(edge.getKey());
            if (table != null) {
                latency += latency(table, edge.getValue());
            }
        }
        double moved = Moved.rps(fleet, from, tables);
        return new Score(
                fleet.shedRps(tables),
                Math.max(fleet.utilization().target(), new Loads(fleet, tables).peak()),
                latency + moved * fleet.moveCostMs(),
                moved);
    }

    private static double latency(SlotTable table, EdgeDemand edge) {
        double latency = 0;
        for (SlotRun run : table.runs()) {
            latency += run.owner()
                    .region()
                    .map(region ->
                            run.size() * edge.slotRps() * edge.latencyMs().getOrDefault(region, 0.0))
                    .orElse(0.0);
        }
        return latency;
    }

    /** Whether it serves as many users as the other from regions so much cooler, or nearer, that it is worth moving. */
    boolean isWorthMoreThan(Score other) {
        double cooler = other.peak - peak;
        boolean nearer = other.latency - latency > LATENCY_WORTH * other.latency;
        return shedRps <= other.shedRps && (cooler > PEAK_WORTH || (nearer && cooler >= -PEAK_WORTH));
    }
}
