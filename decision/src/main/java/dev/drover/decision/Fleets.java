package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.judge.Panel;
import dev.drover.decision.judge.Standing;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.HeldDemand;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
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
    private final boolean whole;
    private final boolean settled;

    /**
     * At the demand that the edges report, with what is left of the regions' capacity by judgement. With too few edges to
     * see by, demand stays as it was: nothing is to move.
     *
     * @param heldRps the demand of each edge that was planned for last, requests/s
     */
    Fleets(Inputs inputs, SortedMap<EdgeId, Double> heldRps, SortedMap<RegionId, Judgement> judgements, Panel panel) {
        policy = inputs.policy();
        policy.regions().forEach((region, steered) -> {
            Judgement judgement = judgements.get(region);
            int percent = judgement == null || policy.guards().observes(region) ? 100 : judgement.capacityPercent();
            presentRps.put(region, steered.capacityRps() * percent / 100);
        });
        whole = presentRps.entrySet().stream().allMatch(region -> region.getValue() >= wholeRps(region.getKey()));
        settled = isSettled(inputs, panel);
        policy.edges().forEach((edge, steered) -> {
            EdgeObservation seen = inputs.observations().of(edge);
            double observedRps = seen.demandRps(steered.expectedDemandRps(), panel.now());
            Double held = heldRps.get(edge);
            boolean isBlind = held != null && panel.standing() == Standing.BLIND;
            double demandRps = isBlind ? held : HeldDemand.next(held, observedRps);
            edges.put(edge, new Fleet.EdgeDemand(demandRps, steered.latencyMs(), avoided(edge, steered, seen, panel)));
        });
    }

    /**
     * What edges act on by themselves lasts only if it outlasts a verdict, which answers it, and the agents' own return,
     * which ends it: until then nobody is moved for it.
     */
    private static boolean isSettled(Inputs inputs, Panel panel) {
        JudgeSettings judge = inputs.policy().judge();
        Duration lasting = judge.downAfter().plus(judge.backAfter());
        return inputs.observations().edges().values().stream()
                .allMatch(edge -> edge.isSettled(panel.now(), judge.freshFor(), lasting));
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
        return new Fleet(policy.utilization(), capacity, whole, fixed, settled, edges, policy.moveCostMs());
    }

    /**
     * While the edges cannot be believed, what they cannot reach moves nobody either; and an edge that reaches no region
     * at all is itself what failed: no other region would serve its users better.
     */
    private SortedSet<RegionId> avoided(EdgeId edge, SteeredEdge steered, EdgeObservation seen, Panel panel) {
        if (panel.standing() != Standing.CLEAR) {
            return Collections.emptySortedSet();
        }
        SortedSet<RegionId> avoided = new TreeSet<>(panel.lostFor(edge));
        avoided.addAll(seen.overlaid(panel.now(), policy.judge().freshFor()));
        avoided.retainAll(steered.latencyMs().keySet());
        return avoided.size() == steered.latencyMs().size() ? Collections.emptySortedSet() : avoided;
    }
}
