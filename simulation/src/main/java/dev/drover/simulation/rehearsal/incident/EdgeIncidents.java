package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.node.Dialect;
import dev.drover.simulation.node.Liar;
import dev.drover.simulation.node.SimulatedAgent;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.incident.Surroundings.Span;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What may happen at edges: to their users, their agents, and the ways from there. */
final class EdgeIncidents {

    private static final double MOST_DEMAND = 1_000;
    private static final long KEPT_POLICIES = 3;

    private EdgeIncidents() {}

    static Incident unreachable(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        List<Step> steps = new ArrayList<>();
        for (EdgeId edge : fields.names("edge", around.edges())) {
            for (RegionId region : fields.names("region", around.regions())) {
                steps.add(new Step(span.at(), Happening.reach(edge, region, Happening.Reach.CUT)));
                steps.add(new Step(span.until(), Happening.reach(edge, region, Happening.Reach.WHOLE)));
            }
        }
        return new Incident(steps, List.of());
    }

    static Incident lying(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Says says = fields.choice("says", Says.class);
        RegionId about = fields.has("region") ? fields.name("region", around.regions()) : null;
        List<Step> steps = new ArrayList<>();
        for (EdgeId edge : fields.names("edge", around.edges())) {
            steps.add(new Step(span.at(), Happening.edgeLies(edge, new Liar(says.kind, about))));
            steps.add(new Step(span.until(), Happening.edgeLies(edge, Liar.HONEST)));
        }
        return new Incident(steps, List.of());
    }

    /** What liars say. */
    private enum Says {
        ALL_FAILS(Liar.Kind.ALL_FAILS),
        ALL_FINE(Liar.Kind.ALL_FINE);

        private final Liar.Kind kind;

        Says(Liar.Kind kind) {
            this.kind = kind;
        }
    }

    static Incident cutOff(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        List<Integer> controllers = fields.namesOrAll("controller", around.controllerNumbers());
        return eachAgent(
                fields,
                around,
                span,
                new Turn(
                        " is cut off from controllers " + controllers,
                        (fleet, agent) -> controllers.forEach(number ->
                                fleet.network().cut(nameOf(number), agent.id().toString()))),
                new Turn(
                        " reaches controllers " + controllers + " again",
                        (fleet, agent) -> controllers.forEach(number ->
                                fleet.network().heal(nameOf(number), agent.id().toString()))));
    }

    private static String nameOf(int controller) {
        return "c" + controller;
    }

    static Incident crash(Fields fields, Surroundings around) {
        return eachAgent(
                fields,
                around,
                around.span(fields),
                new Turn(" crashes", (fleet, agent) -> agent.crash()),
                new Turn(" starts again", (fleet, agent) -> boot(agent)));
    }

    private static void boot(SimulatedAgent agent) {
        if (!agent.node().isUp()) {
            agent.boot();
        }
    }

    static Incident pause(Fields fields, Surroundings around) {
        return eachAgent(
                fields,
                around,
                around.span(fields),
                new Turn(" stands still", (fleet, agent) -> agent.node().pause()),
                new Turn(" goes on", (fleet, agent) -> agent.node().resume()));
    }

    static Incident diskFull(Fields fields, Surroundings around) {
        return eachAgent(
                fields,
                around,
                around.span(fields),
                new Turn("'s disk is full", (fleet, agent) -> agent.disk().setFull(true)),
                new Turn(
                        "'s disk has room again", (fleet, agent) -> agent.disk().setFull(false)));
    }

    static Incident clock(Fields fields, Surroundings around) {
        Duration error = Surroundings.clockError(fields);
        return eachAgent(
                fields,
                around,
                around.span(fields),
                new Turn("'s clock is wrong by " + error.toMillis() + " ms", (fleet, agent) -> agent.node()
                        .setClock(error)),
                new Turn("'s clock is right", (fleet, agent) -> agent.node().setClock(Duration.ZERO)));
    }

    static Incident diskCorrupt(Fields fields, Surroundings around) {
        int newest = (int) fields.wholeOr("newest", 1, KEPT_POLICIES, 1);
        return eachAgent(
                fields,
                around,
                new Span(around.at(fields), Fields.LONGEST),
                new Turn(" starts again; " + newest + " of its kept policies are corrupt", (fleet, agent) -> {
                    agent.crash();
                    agent.disk().corrupt(newest);
                    agent.boot();
                }));
    }

    static Incident laterBuild(Fields fields, Surroundings around) {
        return eachAgent(
                fields,
                around,
                new Span(around.at(fields), Fields.LONGEST),
                new Turn(" is of a later build", (fleet, agent) -> agent.speak(Dialect.LATER_BUILD)));
    }

    /** Something that is done to an agent. */
    private record Turn(String what, BiConsumer<SimulatedFleet, SimulatedAgent> effect) {}

    /** The first turn at the beginning of the span, the second at its end. */
    private static Incident eachAgent(Fields fields, Surroundings around, Span span, Turn... turns) {
        List<EdgeId> edges = fields.namesOrAll("edge", around.edges());
        List<Duration> times = List.of(span.at(), span.until());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < turns.length; i++) {
            for (EdgeId edge : edges) {
                Turn turn = turns[i];
                steps.add(new Step(
                        times.get(i),
                        new Happening("the agents of " + edge + ": each" + turn.what(), fleet -> agentsOf(fleet, edge)
                                .forEach(agent -> turn.effect().accept(fleet, agent)))));
            }
        }
        return new Incident(steps, List.of());
    }

    private static Stream<SimulatedAgent> agentsOf(SimulatedFleet fleet, EdgeId edge) {
        return fleet.agents().stream().filter(agent -> agent.id().edge().equals(edge));
    }

    static Incident demand(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        List<EdgeId> edges = fields.namesOrAll("edge", around.edges());
        DemandChange change = new DemandChange(
                edges,
                fields.number("factor", 0, MOST_DEMAND),
                span.at(),
                span.until(),
                fields.durationOr("over", Duration.ZERO));
        List<Step> steps = List.of(
                new Step(span.at(), new Happening("demand of " + edges + " times " + change.factor(), fleet -> {})),
                new Step(span.until(), new Happening("demand of " + edges + " as before", fleet -> {})));
        return new Incident(steps, List.of(change));
    }
}
