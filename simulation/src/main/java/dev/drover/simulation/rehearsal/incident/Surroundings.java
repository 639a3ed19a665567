package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an incident may name.
 *
 * @param policy whose regions and edges there are
 * @param controllers how many there are
 * @param ends when the scenario ends
 */
record Surroundings(SteeringPolicy policy, int controllers, Duration ends) {

    List<RegionId> regions() {
        return List.copyOf(policy.regions().keySet());
    }

    List<EdgeId> edges() {
        return List.copyOf(policy.edges().keySet());
    }

    List<Integer> controllerNumbers() {
        return IntStream.rangeClosed(1, controllers).boxed().toList();
    }

    /**
     * From when to when.
     *
     * @param until its end; far beyond the scenario's if it does not end in it
     */
    record Span(Duration at, Duration until) {

        Duration length() {
            return until.minus(at);
        }

        Incident only(Happening happening) {
            return new Incident(List.of(new Step(at, happening)), List.of());
        }
    }

    Span span(Fields fields) {
        Duration at = at(fields);
        Duration until = fields.durationOr("until", Fields.LONGEST.multipliedBy(2));
        if (until.compareTo(at) <= 0) {
            throw fields.fault("until", "not after at (expected: later)");
        }
        if (fields.has("until") && until.compareTo(ends) > 0) {
            throw fields.fault("until", "after the end of the scenario (expected: at most what lasts says)");
        }
        return new Span(at, until);
    }

    Duration at(Fields fields) {
        Duration at = fields.duration("at");
        if (at.compareTo(ends) > 0) {
            throw fields.fault("at", "after the end of the scenario (expected: at most what lasts says)");
        }
        return at;
    }

    /** By how much a clock is ahead; below zero if it is behind. */
    static Duration clockError(Fields fields) {
        if (fields.has("ahead") == fields.has("behind")) {
            throw fields.fault("ahead", "both of ahead and behind, or neither (expected: one of them)");
        }
        return fields.has("ahead")
                ? fields.duration("ahead")
                : fields.duration("behind").negated();
    }
}
