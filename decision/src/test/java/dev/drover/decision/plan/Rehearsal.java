package dev.drover.decision.plan;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.Utilization;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.decision.rotate.Access.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans a fleet step by step; what regions are allowed and what edges demand can be changed in between. */
final class Rehearsal {

    static final Utilization UTILIZATION = new Utilization(0.75, 0.95);

    private static final double MOVE_COST_MS = 5;
    private static final int REBALANCE_SLOTS = 100;

    private final SortedMap<RegionId, Double> capacityRps;
    private final SortedMap<EdgeId, EdgeDemand> edges;
    private final SortedMap<RegionId, Integer> percent = new TreeMap<>();
    private final SortedMap<EdgeId, Double> heldRps = new TreeMap<>();
    private SortedMap<EdgeId, RegionId> avoided = new TreeMap<>();
    private SortedMap<RegionId, Access> before = new TreeMap<>();
    private SortedMap<RegionId, Access> access = new TreeMap<>();
    private SortedMap<EdgeId, SlotTable> tables = new TreeMap<>();
    private Fleet fleet;

    Rehearsal(SortedMap<RegionId, Double> capacityRps, SortedMap<EdgeId, EdgeDemand> edges) {
        this.capacityRps = capacityRps;
        this.edges = edges;
        capacityRps.keySet().forEach(region -> allow(region, Access.open(Instant.EPOCH)));
        before = new TreeMap<>(access);
        fleet = fleet(1);
        step(Optional.of("it begins"), false, demandsTimes(1));
    }

    @CanIgnoreReturnValue
    Rehearsal allow(RegionId region, Access allowed) {
        access.put(region, allowed);
        return this;
    }

    @CanIgnoreReturnValue
    Rehearsal close(RegionId region, Reason reason) {
        return allow(region, new Access(Phase.CLOSED, 0, Instant.EPOCH, reason, Instant.EPOCH, null));
    }

    @CanIgnoreReturnValue
    Rehearsal returnTo(RegionId region, int part) {
        return allow(region, new Access(Phase.RETURNING, part, Instant.EPOCH, Reason.NONE, null, null));
    }

    @CanIgnoreReturnValue
    Rehearsal leave(RegionId region, int part) {
        return allow(region, new Access(Phase.LEAVING, part, Instant.EPOCH, Reason.ORDER, Instant.EPOCH, null));
    }

    @CanIgnoreReturnValue
    Rehearsal open(RegionId region) {
        return allow(region, Access.open(Instant.EPOCH));
    }

    /** Its agents act on the contingency of that region by themselves. */
    @CanIgnoreReturnValue
    Rehearsal avoid(EdgeId edge, RegionId region) {
        avoided.put(edge, region);
        return this;
    }

    /** Plans for a region that is degraded to that part of its capacity. */
    @CanIgnoreReturnValue
    Rehearsal degrade(RegionId region, int capacityPercent) {
        percent.put(region, capacityPercent);
        step(Optional.of("its capacity is another one"), false, demandsTimes(1));
        return this;
    }

    /** Plans at the edges' own demand; with a review. */
    @CanIgnoreReturnValue
    Plan step() {
        return step(demandsTimes(1));
    }

    /** Plans at that demand; with a review. */
    @CanIgnoreReturnValue
    Plan step(SortedMap<EdgeId, Double> demandRps) {
        return step(Optional.empty(), true, demandRps);
    }

    @CanIgnoreReturnValue
    private Plan step(Optional<String> demanded, boolean review, SortedMap<EdgeId, Double> demandRps) {
        edges.keySet()
                .forEach(edge ->
                        heldRps.put(edge, HeldDemand.next(heldRps.get(edge), demandRps.getOrDefault(edge, 0.0))));
        fleet = fleet(0);
        Plan plan = new Planner(fleet, before, access, REBALANCE_SLOTS).next(tables, demanded, review);
        before = new TreeMap<>(access);
        tables = plan.tables();
        return plan;
    }

    SortedMap<EdgeId, Double> demandsTimes(double factor) {
        SortedMap<EdgeId, Double> demands = new TreeMap<>();
        edges.forEach((edge, demand) -> demands.put(edge, demand.demandRps() * factor));
        return demands;
    }

    private Fleet fleet(double unknownRps) {
        SortedMap<RegionId, Double> capacity = new TreeMap<>();
        TreeSet<RegionId> fixed = new TreeSet<>();
        access.forEach((region, allowed) -> {
            double part = percent.getOrDefault(region, 100) / 100.0;
            capacity.put(region, allowed.isClosed() ? 0 : part * capacityRps.getOrDefault(region, 0.0));
            if (allowed.phase() == Phase.LEAVING || allowed.phase() == Phase.RETURNING) {
                fixed.add(region);
            }
        });
        SortedMap<EdgeId, EdgeDemand> demands = new TreeMap<>();
        edges.forEach((edge, demand) -> {
            TreeSet<RegionId> unreachable = new TreeSet<>();
            RegionId one = avoided.get(edge);
            if (one != null
                    && demand.latencyMs().size() > 1
                    && demand.latencyMs().containsKey(one)) {
                unreachable.add(one);
            }
            double rps = heldRps.getOrDefault(edge, unknownRps);
            demands.put(edge, new EdgeDemand(rps, demand.latencyMs(), unreachable));
        });
        boolean whole = percent.values().stream().allMatch(part -> part == 100);
        return new Fleet(UTILIZATION, capacity, whole, fixed, true, demands, MOVE_COST_MS);
    }

    Fleet fleet() {
        return fleet;
    }

    SortedMap<EdgeId, SlotTable> tables() {
        return tables;
    }
}
