package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an expectation may name.
 *
 * @param policy whose regions and edges there are
 * @param ends when the scenario ends
 */
record Context(SteeringPolicy policy, Duration ends) {

    /** How one kind of expectation is read. */
    @FunctionalInterface
    interface Reader {
        Expectation read(Fields fields, Context context);
    }

    List<RegionId> regions() {
        return List.copyOf(policy.regions().keySet());
    }

    List<EdgeId> edges() {
        return List.copyOf(policy.edges().keySet());
    }

    List<Owner> owners() {
        return Stream.concat(regions().stream().map(Owner::of), Stream.of(Owner.SHED))
                .toList();
    }

    Timing timing(Fields fields) {
        return Timing.read(fields, ends);
    }

    Timing window(Fields fields) {
        return Timing.window(fields, ends);
    }
}
