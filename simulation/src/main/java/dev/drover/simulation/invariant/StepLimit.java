package dev.drover.simulation.invariant;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.RampSettings;
import dev.drover.decision.Memory;
import dev.drover.decision.rotate.Access;
import dev.drover.decision.rotate.Access.Phase;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** I8: ramps go step by step, each step baked. */
final class StepLimit implements Invariant {

    /** Steps are counted between publications, which may be late; controllers' clocks differ by less. */
    private static final Duration SLACK = Duration.ofMillis(600);

    private final RampSettings ramp;
    private @Nullable Memory before;

    StepLimit(SimulatedFleet fleet) {
        this.ramp = fleet.settings().policy().ramp();
    }

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String promise() {
        return "a return and a planned evacuation take one step of their ramp at a time, and bake each";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            before = null;
        } else if (fact instanceof Fact.Published published) {
            Memory last = before;
            Memory next = published
                    .decision()
                    .map(decision -> decision.next().memory())
                    .orElse(null);
            if (last != null && next != null) {
                next.regions().forEach((region, state) -> {
                    var was = last.regions().get(region);
                    if (was != null) {
                        check(region, was.access(), state.access(), broken);
                    }
                });
            }
            before = next;
        }
    }

    private void check(RegionId region, Access was, Access is, Consumer<String> broken) {
        if (was.isSameStepAs(is)) {
            return;
        }
        if (was.phase() == Phase.RETURNING && (is.phase() == Phase.RETURNING || is.phase() == Phase.OPEN)) {
            int reached = is.phase() == Phase.OPEN ? 100 : is.percent();
            if (reached > was.percent()) {
                step(region, was, is, reached == percentAfter(was.percent()), ramp.returnBake(), broken);
            }
        } else if (was.phase() == Phase.LEAVING && is.phase() == Phase.LEAVING) {
            step(region, was, is, is.percent() >= was.percent() - ramp.plannedPercent(), ramp.plannedBake(), broken);
        }
    }

    private int percentAfter(int percent) {
        return ramp.returnPercents().stream()
                .filter(next -> next > percent)
                .findFirst()
                .orElse(100);
    }

    private static void step(
            RegionId region, Access was, Access is, boolean isNext, Duration bake, Consumer<String> broken) {
        Duration baked = Duration.between(was.since(), is.since());
        if (!isNext || baked.plus(SLACK).compareTo(bake) < 0) {
            broken.accept(region + " went from " + was + " to " + is + " within " + baked.toMillis() + " ms (expected: "
                    + "one step of the ramp, after " + bake.toMillis() + " ms)");
        }
    }
}
