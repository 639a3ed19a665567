package dev.drover.simulation.rehearsal.incident;

import dev.drover.controller.store.memory.MemoryCluster;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.incident.Surroundings.Span;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What may happen to the store. */
final class StoreIncidents {

    private StoreIncidents() {}

    static Incident withoutQuorum(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.storeWithoutQuorum(span.length()));
    }

    static Incident slow(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.slowStore(fields.duration("perCall"), span.length()));
    }

    static Incident losesAnswers(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.storeLosesAnswers(fields.number("ratio", 0, 1), span.length()));
    }

    static Incident wiped(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        return span.only(Happening.wipeStore(span.length()));
    }

    /** Back to what it held at an earlier time of the scenario. */
    static Incident goesBack(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Duration to = fields.duration("to");
        if (to.compareTo(span.at()) >= 0) {
            throw fields.fault("to", "not before at (expected: earlier)");
        }
        AtomicReference<MemoryCluster> held = new AtomicReference<>();
        return new Incident(
                List.of(
                        new Step(
                                to,
                                new Happening(
                                        "a snapshot of the store is taken",
                                        fleet -> held.set(fleet.ensemble().snapshot()))),
                        new Step(span.at(), Happening.oldStore(held, span.length()))),
                List.of());
    }
}
