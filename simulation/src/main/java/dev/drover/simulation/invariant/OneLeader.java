package dev.drover.simulation.invariant;

import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.Fact.ControllerView;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** I22: once everything is healed there is a leader, soon, and it stays. */
final class OneLeader implements Invariant {

    /** A session, two ticks and a second; a client calls again after a second at most, and elections take a few calls. */
    private static final Duration WITHIN = Duration.ofSeconds(15);
    /** Elections that were begun before the healing are over then. */
    private static final Duration QUIET_AFTER = Duration.ofMinutes(1);

    private final long healedNanos;

    OneLeader(Duration healed) {
        this.healedNanos = healed.toNanos();
    }

    @Override
    public String id() {
        return "I22";
    }

    @Override
    public String promise() {
        return "once the faults are over, exactly one controller leads within seconds, and no epoch is taken any more";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.SecondPassed second && nanos >= healedNanos + WITHIN.toNanos()) {
            List<String> leaders = second.controllers().stream()
                    .filter(ControllerView::leads)
                    .map(ControllerView::name)
                    .toList();
            if (leaders.size() != 1) {
                broken.accept(leaders + " lead; " + second.controllers());
            }
        } else if (fact instanceof Fact.EpochTaken taken && nanos >= healedNanos + QUIET_AFTER.toNanos()) {
            broken.accept(taken.writer() + " took epoch " + taken.fence().epoch() + " though nothing is broken");
        }
    }
}
