package dev.drover.controller.loop;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Pace;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.Prediction;
import dev.drover.decision.Decider;
import dev.drover.decision.Decision;
import dev.drover.decision.DecisionState;
import dev.drover.decision.Inputs;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.plan.Losses;
import dev.drover.decision.plan.Moved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says where an order leads, by deciding with it in a side room. */
final class Foresight {

    private Foresight() {}

    /**
     * What would be in force once the order is carried out, at the present demand.
     *
     * @throws ProblemException if a guard would hold it back, with the numbers
     */
    static Prediction of(Replica replica, Observations observations, Evacuation order, Instant now) {
        Inputs inputs = replica.inputs(observations)
                .orElseThrow(() -> new ProblemException(ProblemType.CONFLICT, "there is no steering policy yet"));
        List<Evacuation> orders = new ArrayList<>(inputs.evacuations());
        orders.add(atOnce(order));
        DecisionState before = replica.decisionState();
        Decision after =
                Decider.decide(before, new Inputs(inputs.policy(), inputs.policySha256(), observations, orders), now);
        after.notes().stream()
                .filter(note -> note instanceof Note.Held held && held.holdsOrderOf(order.region()))
                .findFirst()
                .ifPresent(held -> {
                    throw new ProblemException(ProblemType.GUARD, held.sentence());
                });
        return prediction(before, after);
    }

    private static Evacuation atOnce(Evacuation order) {
        return new Evacuation(
                order.id(),
                order.service(),
                order.region(),
                Pace.EMERGENCY,
                order.author(),
                order.reason(),
                order.createdAt(),
                order.expiresAt(),
                null);
    }

    private static Prediction prediction(DecisionState before, Decision after) {
        var tables = after.next().tables();
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        after.fleet().loads(tables).forEach((region, rps) -> {
            double capacity = after.fleet().capacityRps().getOrDefault(region, 0.0);
            utilization.put(region, capacity > 0 ? rps / capacity : 0.0);
        });
        List<RegionId> notSurvivable = new ArrayList<>();
        Losses losses = new Losses(after.fleet(), tables);
        for (RegionId region : after.fleet().capacityRps().keySet()) {
            if (!losses.isSurvivable(region)) {
                notSurvivable.add(region);
            }
        }
        return new Prediction(
                utilization,
                after.fleet().shedRps(tables),
                Moved.rps(after.fleet(), before.tables(), tables),
                notSurvivable);
    }
}
