package dev.drover.decision.solve;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.steering.Utilization;
import java.util.Map;
import java.util.TreeMap;

/** Hand-made problems in few words. */
final class Fleet {

    private final SteeringProblemBuilder builder;

    private Fleet(double target, double max, double moveCostMs) {
        builder = SteeringProblem.builder(new Utilization(target, max), moveCostMs);
    }

    static Fleet of(double target, double max) {
        return new Fleet(target, max, 0);
    }

    static Fleet of(double target, double max, double moveCostMs) {
        return new Fleet(target, max, moveCostMs);
    }

    @CanIgnoreReturnValue
    Fleet region(String name, double capacityRps) {
        builder.region(RegionId.of(name), capacityRps);
        return this;
    }

    /** Ways are pairs of a region and a latency. */
    @CanIgnoreReturnValue
    Fleet edge(String name, double demandRps, Object... ways) {
        Map<RegionId, Double> latencies = new TreeMap<>();
        for (int i = 0; i < ways.length; i += 2) {
            latencies.put(RegionId.of((String) ways[i]), ((Number) ways[i + 1]).doubleValue());
        }
        builder.edge(EdgeId.of(name), demandRps, latencies);
        return this;
    }

    /** Slots are pairs of an owner and a number. */
    @CanIgnoreReturnValue
    Fleet previous(String edge, Object... slots) {
        Map<Owner, Integer> owners = new TreeMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            owners.put(Owner.parse((String) slots[i]), (Integer) slots[i + 1]);
        }
        builder.previous(EdgeId.of(edge), owners);
        return this;
    }

    @CanIgnoreReturnValue
    Fleet carries(String region, double rps) {
        builder.carries(RegionId.of(region), rps);
        return this;
    }

    @CanIgnoreReturnValue
    Fleet onlySlots(String edge, int slots) {
        builder.onlySlots(EdgeId.of(edge), slots);
        return this;
    }

    SteeringProblem problem() {
        return builder.build();
    }

    Solution solve() {
        return Solver.solve(problem());
    }
}
