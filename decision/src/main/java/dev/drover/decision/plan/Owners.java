package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.decision.solve.Solver;
import dev.drover.decision.solve.SteeringProblem;
import dev.drover.decision.solve.SteeringProblemBuilder;
import dev.drover.decision.solve.Totals;
import dev.drover.decision.solve.Weights;
import java.util.SortedMap;
import java.util.TreeMap;

/** New owners for all slots but those that fixed regions keep; as few as possible change hands. */
final class Owners {

    private final Fleet fleet;
    private final SortedMap<EdgeId, SlotTable> tables;
    /** What fixed regions keep of each edge. */
    private final SortedMap<EdgeId, SortedMap<Owner, Integer>> kept = new TreeMap<>();

    private final SortedMap<RegionId, Double> keptRps = new TreeMap<>();

    private Owners(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        this.fleet = fleet;
        this.tables = tables;
        fleet.edges().keySet().forEach(edge -> kept.put(edge, new TreeMap<>()));
        fleet.fixed().forEach(this::keep);
    }

    /**
     * Solves anew.
     *
     * @param tables in force; an edge without one gets its first
     * @param moveCostMs what it costs to move a user, in ms of latency
     */
    static SortedMap<EdgeId, SlotTable> solved(Fleet fleet, SortedMap<EdgeId, SlotTable> tables, double moveCostMs) {
        Owners owners = new Owners(fleet, tables);
        Weights weights = Solver.solve(owners.problem(moveCostMs)).weights();
        SortedMap<EdgeId, SlotTable> next = new TreeMap<>();
        owners.kept.forEach((edge, keeps) -> {
            SortedMap<Owner, Integer> wanted = new TreeMap<>(weights.of(edge));
            keeps.forEach((owner, slots) -> wanted.merge(owner, slots, Integer::sum));
            SlotTable table = tables.get(edge);
            next.put(edge, table == null ? Handover.fresh(wanted) : Handover.to(wanted, table));
        });
        return next;
    }

    /** What could be reached if everyone but those in fixed regions moved. */
    static Totals reshuffled(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        Owners owners = new Owners(fleet, tables);
        return Solver.solve(owners.problem(fleet.moveCostMs())).weights().totals();
    }

    /** A fixed region keeps what it has where it is reached; if that overloads it, the part that fits. */
    private void keep(RegionId region) {
        Owner owner = Owner.of(region);
        SortedMap<EdgeId, Integer> has = new TreeMap<>();
        double loadRps = 0;
        for (EdgeId edge : kept.keySet()) {
            SlotTable table = tables.get(edge);
            int slots = table == null || fleet.edge(edge).avoids(owner) ? 0 : table.weightOf(owner);
            has.put(edge, slots);
            loadRps += slots * fleet.edge(edge).slotRps();
        }
        double mostRps = fleet.utilization().max() * fleet.capacityOf(region);
        double part = loadRps > mostRps ? mostRps / loadRps : 1;
        double carriedRps = 0;
        for (EdgeId edge : kept.keySet()) {
            int slots = (int) Math.floor(has.getOrDefault(edge, 0) * part);
            if (slots > 0) {
                kept.computeIfAbsent(edge, unknown -> new TreeMap<>()).put(owner, slots);
                carriedRps += slots * fleet.edge(edge).slotRps();
            }
        }
        keptRps.put(region, carriedRps);
    }

    private SteeringProblem problem(double moveCostMs) {
        SteeringProblemBuilder problem = fleet.problem(moveCostMs);
        keptRps.forEach(problem::carries);
        kept.forEach((edge, keeps) -> {
            int keptSlots = keeps.values().stream().mapToInt(Integer::intValue).sum();
            problem.onlySlots(edge, Slots.COUNT - keptSlots);
            SlotTable table = tables.get(edge);
            if (table != null) {
                SortedMap<Owner, Integer> before = new TreeMap<>(table.weights());
                keeps.forEach((owner, slots) -> before.merge(owner, -slots, Integer::sum));
                problem.previous(edge, before);
            }
        });
        return problem.build();
    }
}
