package dev.drover.simulation.rehearsal.expect;

import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.rehearsal.expect.Context.Reader;
import dev.drover.simulation.rehearsal.reading.Item;
import dev.drover.simulation.rehearsal.record.Moment;
import dev.drover.simulation.rehearsal.record.UserCount;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kinds of expectations that can be written, and how each is read. */
public final class Expectations {

    private static final SortedMap<String, Kind> KINDS = kinds();

    private Expectations() {}

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
        kinds.put("verdict", timed(States::verdict, "region", "is", "isNot"));
        kinds.put("weight", ranged(States.weight(WeightState.Where.PUBLISHED), "region", "edge"));
        kinds.put("serving", ranged(States.weight(WeightState.Where.SERVING), "region", "edge"));
        kinds.put("utilization", ranged(States::utilization, "region"));
        kinds.put("load", ranged(States::load, "region"));
        kinds.put("ifLost", timed(States::ifLost, "region", "utilizationAtMost", "shedAtMost"));
        kinds.put("home", timed(States::home, "edge"));
        kinds.put("converged", timed(States::converged, "edge"));
        kinds.put("overlays", ranged(States::overlays, "region", "edge"));
        kinds.put("leaders", ranged(States::leaders));
        kinds.put("told", timed(States.told(ToldState.Told.TOLD), "text"));
        kinds.put("notTold", timed(States.told(ToldState.Told.UNTOLD), "text"));
        kinds.put("failed", counted(Counts.users("failed part of requests", UserCount::failed), "edge"));
        kinds.put("shed", counted(Counts.users("shed part of requests", UserCount::shed), "edge"));
        kinds.put("moved", counted(Counts.moves("moved slots", Moves::sum), "edge"));
        kinds.put("movesPerSlot", counted(Counts.moves("moves of the slot that moved most", Moves::most), "edge"));
        kinds.put("publications", counted(Counts::publications, "cause", "region"));
        kinds.put("epochs", counted(Counts.moments("epochs taken", Moment.Kind.EPOCH_TAKEN)));
        kinds.put("ordersCommitted", counted(Counts.moments("orders committed", Moment.Kind.ORDER_COMMITTED)));
        kinds.put("ordersRefused", counted(Counts.moments("orders refused", Moment.Kind.ORDER_REFUSED)));
        kinds.put(
                "policiesRefused",
                counted(Counts.moments("publications refused by agents", Moment.Kind.POLICY_REFUSED)));
        kinds.put("writesRefused", counted(Counts.moments("writes refused by the store", Moment.Kind.WRITE_REFUSED)));
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
}
