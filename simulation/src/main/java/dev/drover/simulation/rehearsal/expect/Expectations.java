package dev.drover.simulation.rehearsal.expect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.rehearsal.reading.Fields;
import dev.drover.simulation.rehearsal.reading.Item;
import dev.drover.simulation.rehearsal.record.Moment;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.UserCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The kinds of expectations that can be written, and how each is read. */
public final class Expectations {

    private static final double MOST_UTILIZATION = 100;
    private static final double MOST_COUNT = 1e9;
    private static final List<String> CAUSES =
            Arrays.stream(Cause.class.getAnnotation(JsonSubTypes.class).value())
                    .map(JsonSubTypes.Type::name)
                    .toList();
    private static final SortedMap<String, Kind> KINDS = kinds();

    private Expectations() {}

    /** How one kind is read. */
    private interface Reader {
        Expectation read(Fields fields, Context context);
    }

    /** What an expectation may name. */
    private record Context(SteeringPolicy policy, Duration ends) {
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

    private record Kind(List<String> keys, Reader reader) {}

    /** What an item may be. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(KINDS.keySet());
    }

    /** The keys that an item of that kind may have; for whoever checks what is written of them. */
    public static List<String> keysOf(String name) {
        return kind(name).keys();
    }

    /**
     * Reads an item.
     *
     * @param policy whose regions and edges it may name
     * @param ends when the scenario ends
     */
    public static Expectation read(Item item, SteeringPolicy policy, Duration ends) {
        Kind kind = kind(item.kind());
        return kind.reader().read(item.fields(kind.keys()), new Context(policy, ends));
    }

    private static Kind kind(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("kind: " + name + " (expected: one of " + KINDS.keySet() + ")");
        }
        return kind;
    }

    private static SortedMap<String, Kind> kinds() {
        SortedMap<String, Kind> kinds = new TreeMap<>();
        kinds.put("verdict", timed(Expectations::verdict, "region", "is", "isNot"));
        kinds.put("weight", ranged(weight(WeightState.Where.PUBLISHED), "region", "edge"));
        kinds.put("serving", ranged(weight(WeightState.Where.SERVING), "region", "edge"));
        kinds.put("utilization", ranged(Expectations::utilization, "region"));
        kinds.put("load", ranged(Expectations::load, "region"));
        kinds.put("ifLost", timed(Expectations::ifLost, "region", "utilizationAtMost", "shedAtMost"));
        kinds.put("home", timed(Expectations::home, "edge"));
        kinds.put("converged", timed(Expectations::converged, "edge"));
        kinds.put("overlays", ranged(Expectations::overlays, "region", "edge"));
        kinds.put("leaders", ranged(Expectations::leaders));
        kinds.put("told", timed(told(ToldState.Told.TOLD), "text"));
        kinds.put("notTold", timed(told(ToldState.Told.UNTOLD), "text"));
        kinds.put("failed", counted(users("failed part of requests", UserCount::failed), "edge"));
        kinds.put("shed", counted(users("shed part of requests", UserCount::shed), "edge"));
        kinds.put("moved", counted(moves("moved slots", Moves::sum), "edge"));
        kinds.put("movesPerSlot", counted(moves("moves of the slot that moved most", Moves::most), "edge"));
        kinds.put("publications", counted(Expectations::publications, "cause", "region"));
        kinds.put("epochs", counted(moments("epochs taken", Moment.Kind.EPOCH_TAKEN)));
        kinds.put("ordersCommitted", counted(moments("orders committed", Moment.Kind.ORDER_COMMITTED)));
        kinds.put("ordersRefused", counted(moments("orders refused", Moment.Kind.ORDER_REFUSED)));
        kinds.put("policiesRefused", counted(moments("publications refused by agents", Moment.Kind.POLICY_REFUSED)));
        kinds.put("writesRefused", counted(moments("writes refused by the store", Moment.Kind.WRITE_REFUSED)));
        return Collections.unmodifiableSortedMap(kinds);
    }

    private static Kind timed(Reader reader, String... keys) {
        return new Kind(joined(List.of(keys), Timing.KEYS), reader);
    }

    private static Kind ranged(Reader reader, String... keys) {
        return new Kind(joined(List.of(keys), joined(Range.KEYS, Timing.KEYS)), reader);
    }

    private static Kind counted(Reader reader, String... keys) {
        return new Kind(joined(List.of(keys), joined(Range.KEYS, List.of("from", "until"))), reader);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Expectation verdict(Fields fields, Context context) {
        List<RegionId> regions = fields.names("region", context.regions());
        if (fields.has("is") == fields.has("isNot")) {
            throw fields.fault("is", "both of is and isNot, or neither (expected: one of them)");
        }
        List<Verdict> accepted = new ArrayList<>();
        if (fields.has("is")) {
            accepted.addAll(fields.choices("is", Verdict.class));
        } else {
            accepted.addAll(List.of(Verdict.values()));
            accepted.removeAll(fields.choices("isNot", Verdict.class));
        }
        return new Timed(new VerdictState(regions, List.copyOf(accepted)), context.timing(fields));
    }

    private static Reader weight(WeightState.Where where) {
        return (fields, context) -> new Timed(
                new WeightState(
                        fields.names("region", context.owners()),
                        fields.namesOrAll("edge", context.edges()),
                        Range.read(fields, Slots.COUNT),
                        where),
                context.timing(fields));
    }

    private static Expectation utilization(Fields fields, Context context) {
        return new Timed(
                new UtilizationState(
                        fields.namesOrAll("region", context.regions()), Range.read(fields, MOST_UTILIZATION)),
                context.timing(fields));
    }

    private static Expectation load(Fields fields, Context context) {
        return new Timed(
                new LoadState(fields.namesOrAll("region", context.regions()), Range.read(fields, MOST_UTILIZATION)),
                context.timing(fields));
    }

    private static Expectation ifLost(Fields fields, Context context) {
        return new Timed(
                new LossState(
                        fields.namesOrAll("region", context.regions()),
                        fields.numberOr(
                                "utilizationAtMost",
                                0,
                                MOST_UTILIZATION,
                                context.policy().utilization().max()),
                        fields.numberOr("shedAtMost", 0, 1, 0)),
                context.timing(fields));
    }

    private static Expectation home(Fields fields, Context context) {
        return new Timed(new HomeState(fields.namesOrAll("edge", context.edges())), context.timing(fields));
    }

    private static Expectation converged(Fields fields, Context context) {
        return new Timed(new ConvergedState(fields.namesOrAll("edge", context.edges())), context.timing(fields));
    }

    private static Expectation overlays(Fields fields, Context context) {
        List<EdgeId> edges = fields.namesOrAll("edge", context.edges());
        return new Timed(
                new OverlayState(
                        fields.namesOrAll("region", context.regions()), edges, Range.read(fields, MOST_COUNT)),
                context.timing(fields));
    }

    private static Expectation leaders(Fields fields, Context context) {
        return new Timed(new LeaderState(Range.read(fields, MOST_COUNT)), context.timing(fields));
    }

    private static Reader told(ToldState.Told told) {
        return (fields, context) -> new Timed(new ToldState(fields.text("text"), told), context.timing(fields));
    }

    private static Reader users(String what, ToLongFunction<UserCount> part) {
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
            sum = sum.plus(recording.users(edge).at(until).minus(recording.users(edge).at(from)));
        }
        return sum.arrived() == 0 ? 0 : (double) part.applyAsLong(sum) / sum.arrived();
    }

    /** Counts moves. */
    private interface MoveCount {
        double of(Recording recording, List<EdgeId> edges, long fromNanos, long untilNanos);
    }

    private static Reader moves(String what, MoveCount count) {
        return (fields, context) -> {
            List<EdgeId> edges = fields.namesOrAll("edge", context.edges());
            return new Counted(
                    what,
                    (recording, from, until) -> count.of(recording, edges, from, until),
                    Range.read(fields, MOST_COUNT),
                    context.window(fields));
        };
    }

    private static Expectation publications(Fields fields, Context context) {
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

    private static Reader moments(String what, Moment.Kind kind) {
        return (fields, context) -> new Counted(
                what,
                (recording, from, until) ->
                        recording.moments(kind, from, until).size(),
                Range.read(fields, MOST_COUNT),
                context.window(fields));
    }
}
