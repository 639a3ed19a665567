package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
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

    private static final double SHED_WORTH = 0.001;
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
        return new Score(fleet.shedRps(tables), peak(fleet, tables), latency + moved * fleet.moveCostMs(), moved);
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

    private static double peak(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        double peak = fleet.utilization().target();
        for (Map.Entry<RegionId, Double> load : fleet.loads(tables).entrySet()) {
            double capacity = fleet.capacityOf(load.getKey());
            peak = Math.max(peak, capacity > 0 ? load.getValue() / capacity : 0);
        }
        return peak;
    }

    /** Whether this is so much better than the other that moving there is worth a publication. */
    boolean isWorthMoreThan(Score other, double totalRps) {
        int capacity = byCapacity(other, totalRps);
        return capacity == 0 ? other.latency - latency > LATENCY_WORTH * other.latency : capacity > 0;
    }

    /** Whether it serves more users than the other, or as many from cooler regions; how near they are does not count. */
    boolean servesBetterThan(Score other, double totalRps) {
        return byCapacity(other, totalRps) > 0;
    }

    private int byCapacity(Score other, double totalRps) {
        double shed = other.shedRps - shedRps;
        if (Math.abs(shed) > SHED_WORTH * totalRps) {
            return shed > 0 ? 1 : -1;
        }
        double cooler = other.peak - peak;
        return Math.abs(cooler) > PEAK_WORTH ? (int) Math.signum(cooler) : 0;
    }
}
