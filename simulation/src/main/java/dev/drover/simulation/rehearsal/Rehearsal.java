package dev.drover.simulation.rehearsal;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;
import dev.drover.simulation.fleet.Demand;
import dev.drover.simulation.fleet.FleetSettings;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.History;
import dev.drover.simulation.history.Violation;
import dev.drover.simulation.invariant.Invariants;
import dev.drover.simulation.rehearsal.incident.DemandChange;
import dev.drover.simulation.rehearsal.record.Recorder;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rehearses scenarios: production's decision, leadership and agents, on a fleet in virtual time.
 *
 * <p>The same scenario always gives the same outcome.
 */
public final class Rehearsal {

    /** As in production. */
    private static final Duration AGENT_TICK = Duration.ofMillis(25);

    /** What a scenario breaks it need not mend: that everything converges is for the scenario to expect. */
    private static final Duration NEVER_WHOLE = Duration.ofDays(365);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1_000;

    private Rehearsal() {}

    /** Runs a scenario to its end and looks what held. */
    public static Outcome of(Scenario scenario) {
        VirtualTime time = new VirtualTime();
        History history = new History(time);
        SimulatedFleet fleet = new SimulatedFleet(settings(scenario), scenario.seed(), time, history);
        Recording recording = new Recording(scenario.policy(), fleet.settings().agents(), scenario.lasts());
        Story story = new Story();
        Duration zero = scenario.given().warmUp();
        history.add(new Invariants(fleet, NEVER_WHOLE));
        new Recorder(fleet, recording, story, zero.toNanos()).start();
        fleet.setDemand(demand(scenario));
        scenario.when().forEach(incident -> incident.steps()
                .forEach(step -> fleet.at(zero.plus(step.at()), step.happening())));
        fleet.boot();
        fleet.runUntil(zero.plus(scenario.lasts()));
        return outcome(scenario, recording, story, history.violation());
    }

    private static FleetSettings settings(Scenario scenario) {
        Given given = scenario.given();
        List<AgentId> agents = new ArrayList<>();
        for (EdgeId edge : scenario.policy().edges().keySet()) {
            for (int instance = 1; instance <= given.agentsPerEdge(); instance++) {
                agents.add(new AgentId(edge, Integer.toString(instance)));
            }
        }
        return new FleetSettings(
                scenario.policy(), given.controllers(), agents, given.network(), AGENT_TICK, given.baseErrors());
    }

    private static Demand demand(Scenario scenario) {
        Given given = scenario.given();
        List<DemandChange> changes = scenario.when().stream()
                .flatMap(incident -> incident.demand().stream())
                .toList();
        double zeroSeconds = given.warmUp().toNanos() / NANOS_PER_SECOND;
        Dice noise = new Dice(scenario.seed()).of("demand");
        return (edge, seconds) -> {
            double factor = given.demand();
            for (DemandChange change : changes) {
                factor *= change.factor(edge, seconds - zeroSeconds);
            }
            return given.demandNoise() == 0
                    ? factor
                    : factor
                            * (1
                                    + given.demandNoise()
                                            * noise.of(edge + "@" + (long) seconds)
                                                    .between(-1.0, 1.0));
        };
    }

    private static Outcome outcome(Scenario scenario, Recording recording, Story story, Optional<Violation> violation) {
        List<Outcome.Check> checks = scenario.then().stream()
                .map(expected -> new Outcome.Check(
                        expected.line(),
                        expected.expectation().words(),
                        expected.expectation().broken(recording).orElse(null)))
                .toList();
        boolean passed = violation.isEmpty() && checks.stream().allMatch(check -> check.broken() == null);
        return new Outcome(
                scenario.name(),
                scenario.file(),
                scenario.why(),
                scenario.seed(),
                passed,
                scenario.given().warmUp().plus(scenario.lasts()).toMillis() / MILLIS_PER_SECOND,
                checks,
                violation.map(Violation::toString).orElse(null),
                lines(story));
    }

    /** To the millisecond. */
    private static double seconds(long nanos) {
        return Math.rint(nanos / NANOS_PER_MILLI) / MILLIS_PER_SECOND;
    }

    private static List<Outcome.Line> lines(Story story) {
        List<Outcome.Line> lines = new ArrayList<>();
        for (Story.Line line : story.lines()) {
            lines.add(new Outcome.Line(seconds(line.nanos()), line.text()));
        }
        if (story.untold() > 0) {
            lines.add(
                    new Outcome.Line(lines.get(lines.size() - 1).seconds(), "and " + story.untold() + " things more"));
        }
        return lines;
    }
}
