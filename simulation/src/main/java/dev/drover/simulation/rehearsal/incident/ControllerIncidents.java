package dev.drover.simulation.rehearsal.incident;

import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.fleet.Happening.Way;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.node.SimulatedController;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.incident.Surroundings.Span;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What may happen to controllers. */
final class ControllerIncidents {

    private static final Duration RESTART = Duration.ofSeconds(2);

    private ControllerIncidents() {}

    static Incident leaderCrash(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.crashLeader(span.length()));
    }

    static Incident leaderPause(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.pauseLeader(span.length()));
    }

    static Incident leaderCutOff(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Way way = fields.choiceOr("way", Way.class, Way.BOTH);
        return span.only(ofLeader(
                "the leader is cut off from the store (" + way + ")",
                leader -> Happening.cutFromStore(leader, way, span.length())));
    }

    static Incident leaderRestart(Fields fields, Surroundings around) {
        Happening restart = ofLeader("the leader restarts", leader -> Happening.restart(leader, RESTART));
        return new Incident(List.of(new Step(around.at(fields), restart)), List.of());
    }

    /** Whoever leads at that moment. */
    private static Happening ofLeader(String what, IntFunction<Happening> happening) {
        return new Happening(what, fleet -> fleet.leader()
                .ifPresent(leader ->
                        happening.apply(numberOf(fleet, leader)).effect().accept(fleet)));
    }

    private static int numberOf(SimulatedFleet fleet, SimulatedController leader) {
        return fleet.controllers().indexOf(leader);
    }

    static Incident crash(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return each(fields, around, span.at(), number -> Happening.crash(number, span.length()));
    }

    static Incident cutOff(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Way way = fields.choiceOr("way", Way.class, Way.BOTH);
        return each(fields, around, span.at(), number -> Happening.cutFromStore(number, way, span.length()));
    }

    static Incident restart(Fields fields, Surroundings around) {
        return each(fields, around, around.at(fields), number -> Happening.restart(number, RESTART));
    }

    static Incident clock(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Duration error = Surroundings.clockError(fields);
        List<Step> steps = new ArrayList<>();
        for (int number : fields.names("controller", around.controllerNumbers())) {
            steps.add(new Step(span.at(), clockOf(number, error)));
            steps.add(new Step(span.until(), clockOf(number, Duration.ZERO)));
        }
        return new Incident(steps, List.of());
    }

    private static Happening clockOf(int number, Duration error) {
        return new Happening(
                "c" + number + "'s clock is wrong by " + error.toMillis() + " ms",
                fleet -> fleet.controllers().get(number - 1).node().setClock(error));
    }

    private static Incident each(Fields fields, Surroundings around, Duration at, IntFunction<Happening> happening) {
        List<Step> steps = fields.names("controller", around.controllerNumbers()).stream()
                .map(number -> new Step(at, happening.apply(number - 1)))
                .toList();
        return new Incident(steps, List.of());
    }
}
