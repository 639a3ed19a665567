package dev.drover.simulation.rehearsal.expect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.simulation.rehearsal.expect.Context.Reader;
import dev.drover.simulation.rehearsal.reading.Fields;
import dev.drover.simulation.rehearsal.record.Moment;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.UserCount;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How expectations of what is counted over a time are read. */
final class Counts {

    private static final double MOST_COUNT = 1e9;
    private static final List<String> CAUSES = Arrays.stream(
                    Objects.requireNonNull(Cause.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .map(JsonSubTypes.Type::name)
            .toList();

    private Counts() {}

    static Reader users(String what, ToLongFunction<UserCount> part) {
        return (fields, context) -> {
            List<EdgeId> edges = fields.namesOrAll("edge", context.edges());
            return new Counted(
                    what,
                    (recording, from, until) -> partOf(recording, edges, from, until, part),
                    Range.read(fields, 1),
                    context.window(fields));
        };
    }

    private static double partOf(
            Recording recording, List<EdgeId> edges, long from, long until, ToLongFunction<UserCount> part) {
        UserCount sum = UserCount.NONE;
        for (EdgeId edge : edges) {
            sum = sum.plus(
                    recording.users(edge).at(until).minus(recording.users(edge).at(from)));
        }
        return sum.arrived() == 0 ? 0 : (double) part.applyAsLong(sum) / sum.arrived();
    }

    /** Counts moves. */
    interface MoveCount {
        double of(Recording recording, List<EdgeId> edges, long fromNanos, long untilNanos);
    }

    static Reader moves(String what, MoveCount count) {
        return (fields, context) -> {
            List<EdgeId> edges = fields.namesOrAll("edge", context.edges());
            return new Counted(
                    what,
                    (recording, from, until) -> count.of(recording, edges, from, until),
                    Range.read(fields, MOST_COUNT),
                    context.window(fields));
        };
    }

    static Expectation publications(Fields fields, Context context) {
        Optional<String> cause = fields.has("cause") ? Optional.of(fields.name("cause", CAUSES)) : Optional.empty();
        Optional<RegionId> region =
                fields.has("region") ? Optional.of(fields.name("region", context.regions())) : Optional.empty();
        String what = "publications" + cause.map(kind -> " with cause " + kind).orElse("")
                + region.map(about -> " about " + about).orElse("");
        return new Counted(
                what,
                (recording, from, until) -> recording.published().changes(from, until).stream()
                        .flatMap(change -> change.value().stream())
                        .filter(planned -> isOf(planned, cause, region))
                        .count(),
                Range.read(fields, MOST_COUNT),
                context.window(fields));
    }

    private static boolean isOf(Planned planned, Optional<String> cause, Optional<RegionId> region) {
        return (cause.isEmpty() && region.isEmpty())
                || planned.causes().stream().map(Json::toTree).anyMatch(tree -> isOf(tree, cause, region));
    }

    private static boolean isOf(JsonNode tree, Optional<String> cause, Optional<RegionId> region) {
        return cause.map(kind -> tree.path("kind").asText().equals(kind)).orElse(true)
                && region.map(about -> tree.path("region").asText().equals(about.value()))
                        .orElse(true);
    }

    static Reader moments(String what, Moment.Kind kind) {
        return (fields, context) -> new Counted(
                what,
                (recording, from, until) -> recording.moments(kind, from, until).size(),
                Range.read(fields, MOST_COUNT),
                context.window(fields));
    }
}
