package dev.drover.decision;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.judge.Course;
import dev.drover.decision.judge.Judge;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.judge.Panel;
import dev.drover.decision.judge.Standing;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.Plan;
import dev.drover.decision.plan.Planner;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Claim;
import dev.drover.decision.rotate.Rotation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The whole of a decision: judge the regions, rotate them under the guards, plan the slots, say why. */
public final class Decider {

    private final DecisionState state;
    private final Inputs inputs;
    private final SteeringPolicy policy;
    private final Memory memory;
    private final Instant now;
    private final Panel panel;

    private Decider(DecisionState state, Inputs inputs, Instant now) {
        this.state = state;
        this.inputs = inputs;
        this.policy = inputs.policy();
        this.memory = state.memory();
        this.now = now;
        this.panel = new Panel(inputs.observations(), policy, memory.suspicionOrNone(), now);
    }

    /**
     * Decides.
     *
     * @param state where the last decision stood
     * @param now not before the time of the last decision
     * @return what is in force next; without causes if nothing needs to be published
     */
    public static Decision decide(DecisionState state, Inputs inputs, Instant now) {
        return new Decider(state, inputs, now).decide();
    }

    private Decision decide() {
        SortedMap<RegionId, Judgement> judgements = judge();
        boolean panic = isPanic(judgements);
        Fleets fleets = new Fleets(inputs, memory.demandRpsOrNone(), judgements, panel);
        Rotation rotation = rotate(judgements, fleets, panic);
        Fleet fleet = fleets.with(rotation.access());
        boolean calm = panel.standing() == Standing.CLEAR && !panic && fleet.settled();
        boolean reviewDue = calm
                && !memory.reviewedAt()
                        .plus(policy.guards().understudiesEvery())
                        .isAfter(now);
        Plan plan = plan(fleet, rotation, judgements, reviewDue);
        Memory next = new Memory(
                new Aftermath(state, rotation, plan, fleet).regions(judgements, now),
                inputs.policySha256(),
                reviewDue || plan.change() != Plan.Change.NONE ? now : memory.reviewedAt(),
                panel.suspicion(),
                panic ? Optional.ofNullable(memory.panicSince()).orElse(now) : null,
                fleet.demands());
        Explanation why = new Explanation(state, inputs, now);
        return new Decision(
                new DecisionState(plan.tables(), next),
                why.causes(next, plan, fleet),
                why.back(next.regions()),
                new Notes(policy, panel, next).with(rotation.notes()),
                fleet);
    }

    private SortedMap<RegionId, Judgement> judge() {
        SortedMap<RegionId, Judgement> judgements = new TreeMap<>();
        for (RegionId region : policy.regions().keySet()) {
            RegionState before = memory.of(region, now);
            boolean returned = before.access().phase() == Access.Phase.OPEN;
            Course course = new Course(returned, inputs.restoredAt(region).orElse(null));
            judgements.put(region, Judge.next(region, before.judgement(), course, panel));
        }
        return judgements;
    }

    /** Whether no region that operators leave in rotation can serve: by its verdict, or by what most edges say now. */
    private boolean isPanic(SortedMap<RegionId, Judgement> judgements) {
        int left = 0;
        int serving = 0;
        for (Map.Entry<RegionId, Judgement> region : judgements.entrySet()) {
            if (orderFor(region.getKey()).isEmpty()) {
                left++;
                boolean serves = region.getValue().kind().inRotation() && !panel.majorityLost(region.getKey());
                serving += serves ? 1 : 0;
            }
        }
        return left > 0 && serving == 0;
    }

    private Rotation rotate(SortedMap<RegionId, Judgement> judgements, Fleets fleets, boolean panic) {
        SortedMap<RegionId, Access> before = memory.access();
        Survey survey = new Survey(
                fleets.with(before),
                state.tables(),
                before,
                panel.docket(),
                policy.ramp().brake(),
                now);
        SortedMap<RegionId, Claim> claims = new TreeMap<>();
        judgements.forEach((region, judgement) -> {
            Optional<Evacuation> order = orderFor(region);
            claims.put(
                    region,
                    new Claim(
                            memory.of(region, now).access(),
                            judgement,
                            order.orElse(null),
                            fleets.wholeRps(region),
                            survey.of(region, order.isPresent())));
        });
        boolean clear = panel.standing() == Standing.CLEAR;
        return Rotation.next(claims, new Rotation.Terms(policy.ramp(), policy.guards(), clear, panic, now));
    }

    /** The order that holds for a region. While the clocks differ too much none expires: who is out by order stays out. */
    private Optional<Evacuation> orderFor(RegionId region) {
        Optional<Evacuation> active = inputs.activeFor(region, now);
        boolean holds = panel.clocksDiffer() && memory.of(region, now).access().reason() == Access.Reason.ORDER;
        return active.isEmpty() && holds
                ? inputs.newestFor(region).filter(order -> order.restoration() == null)
                : active;
    }

    /** In observe mode nothing moves but by a change of the steering policy: that was made by people. */
    private Plan plan(Fleet fleet, Rotation rotation, SortedMap<RegionId, Judgement> judgements, boolean reviewDue) {
        boolean changed = !memory.policySha256().equals(inputs.policySha256());
        Plan plan = new Planner(
                        fleet,
                        memory.access(),
                        rotation.access(),
                        policy.guards().rebalanceSlots())
                .next(state.tables(), demanded(changed, judgements), reviewDue);
        return policy.guards().observe() && !changed
                ? new Plan(state.tables(), Optional.empty(), Plan.Change.NONE)
                : plan;
    }

    /** A reason to solve anew that the slots themselves do not show. */
    private Optional<String> demanded(boolean changed, SortedMap<RegionId, Judgement> judgements) {
        if (changed) {
            return Optional.of("the steering policy changed");
        }
        return judgements.entrySet().stream()
                .filter(region -> region.getValue().capacityPercent()
                        != memory.of(region.getKey(), now).judgement().capacityPercent())
                .map(region -> region.getKey() + " has " + region.getValue().capacityPercent() + " % of its capacity")
                .findFirst();
    }
}
