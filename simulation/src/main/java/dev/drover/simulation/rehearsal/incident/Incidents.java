package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.rehearsal.reading.Fields;
import dev.drover.simulation.rehearsal.reading.Item;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kinds of incidents that can be written, and how each is read. */
public final class Incidents {

    private static final SortedMap<String, Kind> KINDS = kinds();

    private Incidents() {}

    /** How one kind is read. */
    interface Reader {
        Incident read(Fields fields, Surroundings around);
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
     * @param controllers how many there are
     * @param ends when the scenario ends
     */
    public static Incident read(Item item, SteeringPolicy policy, int controllers, Duration ends) {
        Kind kind = kind(item.kind());
        return kind.reader().read(item.fields(kind.keys()), new Surroundings(policy, controllers, ends));
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
        kinds.put("dark", lasting(RegionIncidents::dark, "region"));
        kinds.put("blackHole", lasting(RegionIncidents::blackHole, "region"));
        kinds.put("hollow", lasting(RegionIncidents::hollow, "region"));
        kinds.put("failing", lasting(RegionIncidents::failing, "region", "ratio"));
        kinds.put("failingForUsers", lasting(RegionIncidents::failingForUsers, "region", "ratio"));
        kinds.put("slow", lasting(RegionIncidents::slow, "region", "factor"));
        kinds.put("flapping", lasting(RegionIncidents::flapping, "region", "down", "up"));
        kinds.put("weak", lasting(RegionIncidents::weak, "region", "capacity"));
        kinds.put("unreachable", lasting(EdgeIncidents::unreachable, "region", "edge"));
        kinds.put("lying", lasting(EdgeIncidents::lying, "edge", "says", "region"));
        kinds.put("cutOff", lasting(EdgeIncidents::cutOff, "edge", "controller"));
        kinds.put("agentCrash", lasting(EdgeIncidents::crash, "edge"));
        kinds.put("agentPause", lasting(EdgeIncidents::pause, "edge"));
        kinds.put("agentDiskFull", lasting(EdgeIncidents::diskFull, "edge"));
        kinds.put("agentDiskCorrupt", once(EdgeIncidents::diskCorrupt, "edge", "newest"));
        kinds.put("agentClock", lasting(EdgeIncidents::clock, "edge", "ahead", "behind"));
        kinds.put("agentLaterBuild", once(EdgeIncidents::laterBuild, "edge"));
        kinds.put("demand", lasting(EdgeIncidents::demand, "edge", "factor", "over"));
        kinds.put("evacuate", once(OrderIncidents::evacuate, "region", "pace", "expiresIn", "controller"));
        kinds.put("restore", once(OrderIncidents::restore, "controller"));
        kinds.put("leaderCrash", lasting(ControllerIncidents::leaderCrash));
        kinds.put("leaderPause", lasting(ControllerIncidents::leaderPause));
        kinds.put("leaderCutOff", lasting(ControllerIncidents::leaderCutOff, "way"));
        kinds.put("leaderRestart", once(ControllerIncidents::leaderRestart));
        kinds.put("controllerCrash", lasting(ControllerIncidents::crash, "controller"));
        kinds.put("controllerCutOff", lasting(ControllerIncidents::cutOff, "controller", "way"));
        kinds.put("controllerClock", lasting(ControllerIncidents::clock, "controller", "ahead", "behind"));
        kinds.put("controllerRestart", once(ControllerIncidents::restart, "controller"));
        kinds.put("storeWithoutQuorum", lasting(StoreIncidents::withoutQuorum));
        kinds.put("storeSlow", lasting(StoreIncidents::slow, "perCall"));
        kinds.put("storeLosesAnswers", lasting(StoreIncidents::losesAnswers, "ratio"));
        kinds.put("storeWiped", lasting(StoreIncidents::wiped));
        kinds.put("storeGoesBack", lasting(StoreIncidents::goesBack, "to"));
        return Collections.unmodifiableSortedMap(kinds);
    }

    private static Kind lasting(Reader reader, String... keys) {
        return new Kind(joined(List.of("at", "until"), keys), reader);
    }

    private static Kind once(Reader reader, String... keys) {
        return new Kind(joined(List.of("at"), keys), reader);
    }

    private static List<String> joined(List<String> first, String... keys) {
        return Stream.concat(first.stream(), Arrays.stream(keys)).toList();
    }
}
