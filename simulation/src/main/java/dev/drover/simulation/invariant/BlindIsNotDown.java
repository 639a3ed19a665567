package dev.drover.simulation.invariant;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I12: a leader that hears hardly anybody changes no verdict. */
final class BlindIsNotDown implements Invariant {

    private static final int ENOUGH = 2;
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final long freshNanos;
    private final SortedMap<String, SortedMap<EdgeId, Long>> heard = new TreeMap<>();

    BlindIsNotDown(SimulatedFleet fleet) {
        this.freshNanos =
                fleet.settings().policy().judge().freshFor().plus(SLACK).toNanos();
    }

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public String promise() {
        return "a leader that has fresh reports of fewer than two edges convicts no region";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Heard report) {
            heard.computeIfAbsent(report.controller(), unknown -> new TreeMap<>())
                    .put(report.agent().edge(), nanos);
        } else if (fact instanceof Fact.Published published
                && published.publication().causes().stream().anyMatch(BlindIsNotDown::convicts)) {
            String controller = published.publication().controller();
            long fresh = heard.getOrDefault(controller, new TreeMap<>()).values().stream()
                    .filter(at -> nanos - at <= freshNanos)
                    .count();
            if (fresh < ENOUGH) {
                broken.accept(published.publication().policy().id() + " convicts a region, but " + controller
                        + " has fresh reports of " + fresh + " edges only");
            }
        }
    }

    private static boolean convicts(Cause cause) {
        return cause instanceof Cause.RegionLost
                || cause instanceof Cause.RegionDown
                || cause instanceof Cause.RegionDegraded;
    }
}
