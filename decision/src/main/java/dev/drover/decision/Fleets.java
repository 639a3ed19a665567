package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.judge.Panel;
import dev.drover.decision.judge.Standing;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fleet to plan for: the demand and the capacities of this moment. */
final class Fleets {

    private final SteeringPolicy policy;
    private final SortedMap<RegionId, Double> presentRps = new TreeMap<>();
    private final SortedMap<EdgeId, Fleet.EdgeDemand> edges = new TreeMap<>();
    private boolean whole = true;

    /** At the demand that the edges report, with what is left of the regions' capacity by judgement. */
    Fleets(Inputs inputs, SortedMap<RegionId, Judgement> judgements, Panel panel) {
        policy = inputs.policy();
        policy.regions().forEach((region, steered) -> {
            Judgement judgement = judgements.get(region);
            int percent = judgement == null || policy.guards().observes(region) ? 100 : judgement.capacityPercent();
            presentRps.put(region, steered.capacityRps() * percent / 100);
            whole &= percent == 100;
        });
        policy.edges().forEach((edge, steered) -> edges.put(edge, demand(edge, steered, inputs, panel)));
    }

    /** What a region can serve when all is well, requests/s. */
    double wholeRps(RegionId region) {
        SteeredRegion steered = policy.regions().get(region);
        return steered == null ? 0 : steered.capacityRps();
    }

    /** The fleet with as much of each region as it may have. */
    Fleet with(SortedMap<RegionId, Access> access) {
        SortedMap<RegionId, Double> capacity = new TreeMap<>();
        SortedSet<RegionId> fixed = new TreeSet<>();
        access.forEach((region, may) -> {
            capacity.put(region, may.isClosed() ? 0 : presentRps.getOrDefault(region, 0.0));
            if (may.isUnderWay()) {
                fixed.add(region);
            }
        });
        return new Fleet(policy.utilization(), capacity, whole, fixed, edges, policy.moveCostMs());
    }

    /**
     * While the edges cannot be believed, what they cannot reach moves nobody either; and an edge that reaches no region
     * at all is itself what failed: no other region would serve its users better.
     */
    private Fleet.EdgeDemand demand(EdgeId edge, SteeredEdge steered, Inputs inputs, Panel panel) {
        Instant now = panel.now();
        EdgeObservation seen = inputs.observations().of(edge);
        double demandRps = seen.demandRps(steered.expectedDemandRps(), now);
        return new Fleet.EdgeDemand(
                demandRps,
                steered.latencyMs(),
                panel.standing() == Standing.CLEAR
                        ? avoided(edge, steered, seen, panel)
                        : Collections.emptySortedSet());
    }

    private SortedSet<RegionId> avoided(EdgeId edge, SteeredEdge steered, EdgeObservation seen, Panel panel) {
        Duration freshFor = policy.judge().freshFor();
        SortedSet<RegionId> avoided = new TreeSet<>(panel.lostFor(edge));
        avoided.addAll(seen.overlaid(panel.now(), freshFor));
        avoided.retainAll(steered.latencyMs().keySet());
        return avoided.size() == steered.latencyMs().size() ? Collections.emptySortedSet() : avoided;
    }
}
