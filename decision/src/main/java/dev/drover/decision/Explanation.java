package dev.drover.decision;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.Plan;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.decision.rotate.Access.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Says why a decision differs from the one before, as causes. */
final class Explanation {

    /** Requests/s below which what is shed is rounding. */
    private static final double NEGLIGIBLE_RPS = 0.5;

    private final DecisionState state;
    private final Inputs inputs;
    private final Instant now;

    Explanation(DecisionState state, Inputs inputs, Instant now) {
        this.state = state;
        this.inputs = inputs;
        this.now = now;
    }

    /** The causes, the gravest first; none if nothing needs to be published. */
    List<Cause> causes(Memory next, Plan plan, Fleet fleet) {
        SortedMap<RegionId, RegionState> after = next.regions();
        List<Cause> causes = new ArrayList<>();
        if (state.tables().isEmpty()) {
            causes.add(new Cause.Bootstrapped());
        } else if (!state.memory().policySha256().equals(inputs.policySha256())) {
            causes.add(new Cause.SteeringPolicyChanged(inputs.policySha256()));
        }
        ofPanic(next).ifPresent(causes::add);
        after.forEach((region, is) -> {
            RegionState was = state.memory().of(region, now);
            ofVerdict(region, was, is).ifPresent(causes::add);
            ofAccess(region, was.access(), is.access()).ifPresent(causes::add);
        });
        boolean moved = plan.change() == Plan.Change.OWNERS;
        if (causes.isEmpty() && moved) {
            causes.add(new Cause.Rebalanced(plan.trigger().orElse("users return home")));
        }
        if (causes.isEmpty() && plan.change() == Plan.Change.UNDERSTUDIES) {
            causes.add(new Cause.UnderstudiesRefreshed());
        }
        double shedRps = fleet.shedRps(plan.tables());
        if (moved && shedRps >= NEGLIGIBLE_RPS) {
            causes.add(new Cause.Shedding(shedRps, inRotation(after)));
        }
        return causes;
    }

    /** The regions that were out by automation or order, and may have users again. */
    List<RegionId> back(SortedMap<RegionId, RegionState> after) {
        List<RegionId> back = new ArrayList<>();
        after.forEach((region, is) -> {
            if (state.memory().of(region, now).access().isClosed()
                    && !is.access().isClosed()) {
                back.add(region);
            }
        });
        return back;
    }

    private Optional<Cause> ofPanic(Memory next) {
        boolean was = state.memory().panicSince() != null;
        boolean is = next.panicSince() != null;
        if (was == is) {
            return Optional.empty();
        }
        return Optional.of(is ? new Cause.PanicBegan() : new Cause.PanicEnded());
    }

    private static Optional<Cause> ofVerdict(RegionId region, RegionState was, RegionState is) {
        Verdict before = was.judgement().kind();
        Verdict after = is.judgement().kind();
        Evidence evidence = is.judgement().verdict().evidence();
        int percent = is.judgement().capacityPercent();
        if (before == after) {
            return after == Verdict.DEGRADED && percent != was.judgement().capacityPercent()
                    ? Optional.of(new Cause.RegionDegraded(region, percent, evidence))
                    : Optional.empty();
        }
        return switch (after) {
            case LOST -> Optional.of(new Cause.RegionLost(region, evidence));
            case DOWN -> Optional.of(new Cause.RegionDown(region, evidence));
            case DEGRADED -> Optional.of(new Cause.RegionDegraded(region, percent, evidence));
            case RECOVERING -> Optional.of(new Cause.RegionRecovering(region, evidence));
            case HEALTHY ->
                switch (before) {
                    case UNKNOWN -> Optional.empty();
                    case LOST -> Optional.of(new Cause.RegionBack(region, evidence));
                    case HEALTHY, DEGRADED, DOWN, RECOVERING -> Optional.of(new Cause.RegionHealthy(region));
                };
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Cause> ofAccess(RegionId region, Access was, Access is) {
        if (was.isSameStepAs(is)) {
            return Optional.empty();
        }
        if (is.reason() == Reason.ORDER && was.reason() != Reason.ORDER) {
            return inputs.activeFor(region, now).map(order -> ordered(region, order));
        }
        if (goesBack(was, is)) {
            return Optional.of(new Cause.StepBack(region, is.percent()));
        }
        if (is.reason() == Reason.ORDER) {
            return inputs.activeFor(region, now)
                    .map(order -> new Cause.EvacuationStep(order.id(), region, is.percent()));
        }
        if (was.reason() == Reason.ORDER && !is.isClosed()) {
            return inputs.newestFor(region).map(order -> ended(region, order));
        }
        return is.phase() == Phase.RETURNING || (was.phase() == Phase.RETURNING && is.phase() == Phase.OPEN)
                ? Optional.of(new Cause.RampStep(region, is.percent()))
                : Optional.empty();
    }

    private static boolean goesBack(Access was, Access is) {
        return is.reason() == was.reason()
                && (is.reason() == Reason.ORDER
                        ? is.phase() == Phase.RETURNING && was.phase() == Phase.LEAVING
                        : is.phase() == Phase.LEAVING);
    }

    private static Cause ordered(RegionId region, Evacuation order) {
        return new Cause.EvacuationOrdered(order.id(), region, order.pace(), order.author(), order.reason());
    }

    private static Cause ended(RegionId region, Evacuation order) {
        String author =
                order.restoration() == null ? "it expired" : order.restoration().author();
        return new Cause.EvacuationEnded(order.id(), region, author);
    }

    private static List<RegionId> inRotation(SortedMap<RegionId, RegionState> regions) {
        List<RegionId> open = new ArrayList<>();
        regions.forEach((region, state) -> {
            if (!state.access().isClosed()) {
                open.add(region);
            }
        });
        return open;
    }
}
