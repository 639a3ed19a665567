package dev.drover.simulation.swarm;

import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;
import dev.drover.simulation.fleet.Demand;
import dev.drover.simulation.fleet.FleetSettings;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.History;
import dev.drover.simulation.history.Violation;
import dev.drover.simulation.invariant.Invariants;
import dev.drover.simulation.node.Dialect;
import dev.drover.simulation.node.SimulatedAgent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run by seed: ten minutes in which anything may fail, then five in which everything is whole and must converge. */
public final class SeedRun {

    /** When everything is healed. */
    public static final Duration SAFETY = Duration.ofMinutes(10);
    /** When a run ends. */
    public static final Duration END = Duration.ofMinutes(15);

    private SeedRun() {}

    /**
     * How a run went.
     *
     * @param seed that gave it
     * @param theme what it was about
     * @param violation the promise that was broken, if one was
     * @param lastLines of what happened before that
     * @param digest the same for the same seed, always
     * @param simulatedNanos how long it lasted
     * @param reached how often each of the things happened that must happen sometimes
     */
    public record Result(
            long seed,
            Theme theme,
            Optional<Violation> violation,
            List<String> lastLines,
            long digest,
            long simulatedNanos,
            Map<Sometimes, Integer> reached) {}

    /** Runs that seed. */
    public static Result of(long seed) {
        VirtualTime time = new VirtualTime();
        return run(seed, time, new History(time));
    }

    /** Runs that seed and tells every line as it happens. */
    public static Result traced(long seed, Consumer<String> trace) {
        VirtualTime time = new VirtualTime();
        return run(seed, time, new History(time, trace));
    }

    private static Result run(long seed, VirtualTime time, History history) {
        Dice dice = new Dice(seed);
        Theme theme = dice.of("theme").one(List.of(Theme.values()));
        FleetSettings settings = new Fleets(dice.of("fleet")).any(theme);
        SimulatedFleet fleet = new SimulatedFleet(settings, seed, time, history);
        Counters counters = new Counters();
        history.add(counters);
        history.add(new Invariants(fleet, SAFETY));
        mixBuilds(fleet, dice.of("builds"), counters);
        Mischief mischief = new Mischief(fleet, dice.of("mischief"), SAFETY);
        theme.draw(dice.of("faults")).forEach(mischief::plan);
        fleet.at(SAFETY, Happening.heal());
        fleet.at(SAFETY, Happening.demand("steady", Demand.STEADY));
        fleet.boot();
        try {
            fleet.runUntil(END);
        } catch (RuntimeException | AssertionError e) {
            history.violated("I0", "the product threw " + e + " at " + e.getStackTrace()[0]);
        }
        return new Result(
                seed, theme, history.violation(), history.lastLines(), time.digest(), time.nanos(), counters.reached());
    }

    /** Some fleets are of several builds, and in some everything goes through the real codec. */
    private static void mixBuilds(SimulatedFleet fleet, Dice dice, Counters counters) {
        boolean mixed = dice.chance(0.1);
        boolean texts = dice.chance(0.1);
        for (SimulatedAgent agent : fleet.agents()) {
            if (mixed && dice.chance(0.5)) {
                agent.speak(Dialect.LATER_BUILD);
                counters.count(Sometimes.MIXED_VERSION);
            } else if (texts) {
                agent.speak(Dialect.TEXTS);
            }
        }
    }
}
