package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.judge.Judge;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.judge.Panel;
import dev.drover.decision.judge.Standing;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.HeldDemand;
import dev.drover.decision.plan.Plan;
import dev.drover.decision.plan.Planner;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Rotation;
import dev.drover.decision.rotate.Rotation.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The whole of a decision: judge the regions, rotate them under the guards, plan the slots, say why. */
public final class Decider {

    private Decider() {}

    /**
     * Decides.
     *
     * @param state where the last decision stood
     * @param now not before the time of the last decision
     * @return what is in force next; without causes if nothing needs to be published
     */
    public static Decision decide(DecisionState state, Inputs inputs, Instant now) {
        Panel panel = new Panel(inputs.observations(), inputs.policy(), now);
        SortedMap<RegionId, Judgement> judgements = judged(state.memory(), panel, inputs.policy());
        Rotation rotation = rotated(state.memory(), judgements, inputs, now);
        Fleet fleet = fleet(state.memory(), inputs, judgements, rotation, panel);
        boolean reviewDue = isReviewDue(state.memory(), inputs.policy(), now);
        int rebalanceSlots = inputs.policy().guards().rebalanceSlots();
        Plan plan = new Planner(fleet, accessOf(state.memory()), rotation.access(), rebalanceSlots)
                .next(state.tables(), demanded(state, inputs, judgements), reviewDue);

        SortedMap<RegionId, RegionState> regions = regions(judgements, rotation);
        Memory memory = new Memory(
                regions, inputs.policySha256(), reviewDue ? now : state.memory().reviewedAt(), fleet.demands());
        Explanation why = new Explanation(state, inputs, now);
        return new Decision(
                new DecisionState(plan.tables(), memory),
                why.causes(regions, plan, fleet),
                why.back(regions),
                notes(panel, rotation),
                fleet);
    }

    private static SortedMap<RegionId, Judgement> judged(Memory memory, Panel panel, SteeringPolicy policy) {
        SortedMap<RegionId, Judgement> judgements = new TreeMap<>();
        for (RegionId region : policy.regions().keySet()) {
            RegionState before = memory.of(region, panel.now());
            boolean returned = before.access().phase() == Access.Phase.OPEN;
            judgements.put(region, Judge.next(region, before.judgement(), returned, panel));
        }
        return judgements;
    }

    private static Rotation rotated(
            Memory memory, SortedMap<RegionId, Judgement> judgements, Inputs inputs, Instant now) {
        SortedMap<RegionId, Claim> claims = new TreeMap<>();
        judgements.forEach((region, judgement) -> claims.put(
                region,
                new Claim(
                        memory.of(region, now).access(),
                        judgement.kind(),
                        inputs.activeFor(region, now).orElse(null))));
        return Rotation.next(claims, inputs.policy().ramp(), inputs.policy().guards(), now);
    }

    private static Fleet fleet(
            Memory memory, Inputs inputs, SortedMap<RegionId, Judgement> judgements, Rotation rotation, Panel panel) {
        SteeringPolicy policy = inputs.policy();
        SortedMap<RegionId, Double> capacity = new TreeMap<>();
        TreeSet<RegionId> fixed = new TreeSet<>();
        rotation.access().forEach((region, access) -> {
            capacity.put(region, access.isClosed() ? 0 : capacityRps(region, policy, judgements));
            if (access.phase() == Access.Phase.LEAVING || access.phase() == Access.Phase.RETURNING) {
                fixed.add(region);
            }
        });
        SortedMap<EdgeId, Fleet.EdgeDemand> edges = new TreeMap<>();
        policy.edges()
                .forEach((edge, steered) ->
                        edges.put(edge, demand(memory.demandRps().get(edge), edge, steered, inputs, panel)));
        boolean whole = judgements.values().stream().allMatch(judgement -> judgement.capacityPercent() == 100);
        return new Fleet(policy.utilization(), capacity, whole, fixed, edges, policy.moveCostMs());
    }

    private static double capacityRps(
            RegionId region, SteeringPolicy policy, SortedMap<RegionId, Judgement> judgements) {
        double whole = Optional.ofNullable(policy.regions().get(region))
                .map(steered -> steered.capacityRps())
                .orElse(0.0);
        int percent = Optional.ofNullable(judgements.get(region))
                .map(Judgement::capacityPercent)
                .orElse(100);
        return whole * percent / 100;
    }

    /**
     * While the edges cannot be believed, what they cannot reach moves nobody either; and an edge that reaches no region
     * at all is itself what failed: no other region would serve its users better.
     */
    private static Fleet.EdgeDemand demand(
            @Nullable Double heldRps, EdgeId edge, SteeredEdge steered, Inputs inputs, Panel panel) {
        Instant now = panel.now();
        EdgeObservation seen = inputs.observations().of(edge);
        Duration freshFor = inputs.policy().judge().freshFor();
        TreeSet<RegionId> avoided = new TreeSet<>(steered.latencyMs().keySet());
        avoided.removeIf(region -> panel.standing() != Standing.CLEAR
                || !(seen.overlays(region, now, freshFor) || seen.viewsLost(region, now, freshFor)));
        if (avoided.equals(steered.latencyMs().keySet())) {
            avoided.clear();
        }
        double demandRps = HeldDemand.next(heldRps, seen.demandRps(steered.expectedDemandRps(), now));
        return new Fleet.EdgeDemand(demandRps, steered.latencyMs(), avoided);
    }

    private static boolean isReviewDue(Memory memory, SteeringPolicy policy, Instant now) {
        return !memory.reviewedAt().plus(policy.guards().understudiesEvery()).isAfter(now);
    }

    /** A reason to solve anew that the slots themselves do not show. */
    private static Optional<String> demanded(
            DecisionState state, Inputs inputs, SortedMap<RegionId, Judgement> judgements) {
        if (!state.memory().policySha256().equals(inputs.policySha256())) {
            return Optional.of("the steering policy changed");
        }
        return judgements.entrySet().stream()
                .filter(judged -> judged.getValue().capacityPercent()
                        != state.memory()
                                .of(judged.getKey(), judged.getValue().capacitySince())
                                .judgement()
                                .capacityPercent())
                .map(judged -> judged.getKey() + " has " + judged.getValue().capacityPercent() + " % of its capacity")
                .findFirst();
    }

    private static SortedMap<RegionId, Access> accessOf(Memory memory) {
        SortedMap<RegionId, Access> access = new TreeMap<>();
        memory.regions().forEach((region, state) -> access.put(region, state.access()));
        return access;
    }

    private static SortedMap<RegionId, RegionState> regions(
            SortedMap<RegionId, Judgement> judgements, Rotation rotation) {
        SortedMap<RegionId, RegionState> regions = new TreeMap<>();
        rotation.access().forEach((region, access) -> Optional.ofNullable(judgements.get(region))
                .ifPresent(judgement -> regions.put(region, new RegionState(judgement, access))));
        return regions;
    }

    private static List<String> notes(Panel panel, Rotation rotation) {
        List<String> notes = new ArrayList<>(rotation.held());
        Standing standing = panel.standing();
        if (standing == Standing.BLIND) {
            notes.add(0, "BLIND: only " + panel.eligibleEdges() + " edges report; no verdict changes until more do");
        } else if (standing == Standing.AMBIGUOUS) {
            notes.add(0, "AMBIGUOUS: most edges blame most regions; no verdict changes, a person must look");
        }
        return notes;
    }
}
