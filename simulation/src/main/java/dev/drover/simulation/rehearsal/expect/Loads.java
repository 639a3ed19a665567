package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a publication plans onto whom, in requests/s. Worked out anew from the slots, on purpose without the decision's
 * own arithmetic, which it is to check.
 */
record Loads(SortedMap<Owner, Double> rps) {

    /** At the demand that the leader saw, with the overlays that agents act on at that time. */
    static Loads of(Planned planned, Recording recording, long nanos) {
        SortedMap<EdgeId, SortedSet<RegionId>> lost = new TreeMap<>();
        for (AgentId agent : recording.agents()) {
            AgentState state = recording.agent(agent).at(nanos);
            if (state.overlay() != null) {
                lost.computeIfAbsent(agent.edge(), edge -> new TreeSet<>()).add(state.overlay());
            }
        }
        return sum(planned, lost);
    }

    /** The same if every edge acts on the contingency of that region, and on no other. */
    static Loads ifLost(Planned planned, RegionId region) {
        SortedMap<EdgeId, SortedSet<RegionId>> lost = new TreeMap<>();
        planned.tables().keySet().forEach(edge -> lost.put(edge, new TreeSet<>(List.of(region))));
        return sum(planned, lost);
    }

    private static Loads sum(Planned planned, SortedMap<EdgeId, SortedSet<RegionId>> lost) {
        SortedMap<Owner, Double> rps = new TreeMap<>();
        planned.tables().forEach((edge, table) -> {
            double slotRps = planned.demandRps().getOrDefault(edge, 0.0) / Slots.COUNT;
            SortedSet<RegionId> gone = lost.getOrDefault(edge, new TreeSet<>());
            for (SlotRun run : table.runs()) {
                boolean acts = run.owner().region().filter(gone::contains).isPresent();
                rps.merge(acts ? run.understudy() : run.owner(), run.size() * slotRps, Double::sum);
            }
        });
        return new Loads(rps);
    }

    double utilization(RegionId region, SteeringPolicy policy) {
        double load = rps.getOrDefault(Owner.of(region), 0.0);
        double capacity = Optional.ofNullable(policy.regions().get(region))
                .map(SteeredRegion::capacityRps)
                .orElse(0.0);
        return load == 0 ? 0 : load / Math.max(capacity, Double.MIN_NORMAL);
    }

    /** The part of all demand that is shed, 0 to 1. */
    double shed() {
        double all = rps.values().stream().mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : rps.getOrDefault(Owner.SHED, 0.0) / all;
    }
}
