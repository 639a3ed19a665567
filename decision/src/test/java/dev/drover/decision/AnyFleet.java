package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.api.steering.GuardSettings;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.steering.RampSettings;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.steering.Utilization;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Fleets and fates to test with: small ones, in odd proportions, whose judge and ramp take seconds. */
final class AnyFleet {

    private static final int MAX_REGIONS = 6;
    private static final int MAX_EDGES = 12;

    private static final SteeringPolicy DEFAULTS = new World().policy();

    /** Short windows, so that an outage and back takes half a minute. */
    private static final JudgeSettings JUDGE = new JudgeSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            4,
            3,
            0.15,
            6,
            5,
            0.05,
            0.08,
            Duration.ofSeconds(8),
            Duration.ofSeconds(6),
            0.01,
            DEFAULTS.judge().trialRequests(),
            DEFAULTS.judge().slow(),
            DEFAULTS.judge().panel(),
            DEFAULTS.judge().capacity(),
            DEFAULTS.judge().damping());

    private static final RampSettings RAMP = new RampSettings(
            List.of(1, 25, 50, 100),
            Duration.ofSeconds(2),
            20,
            Duration.ofSeconds(2),
            DEFAULTS.ramp().brake());

    private AnyFleet() {}

    /** Any fleet. */
    static Arbitrary<SteeringPolicy> any() {
        return fleets(
                Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just(0.0)),
                        Tuple.of(9, Arbitraries.doubles().between(50, 2_000))),
                Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.of(0.0, 1e5)),
                        Tuple.of(9, Arbitraries.doubles().between(1, 300))));
    }

    /** Fleets of two regions and two edges at least, where automation may act and there is room for most outages. */
    static Arbitrary<SteeringPolicy> sound() {
        return fleets(
                        Arbitraries.integers().between(50, 2_000).map(Integer::doubleValue),
                        Arbitraries.integers().between(0, 60).map(Integer::doubleValue))
                .filter(policy -> policy.regions().size() > 1
                        && policy.edges().size() > 1
                        && policy.guards().maxAutoEvacuated() > 0
                        && policy.guards().minInRotation() < policy.regions().size());
    }

    static Arbitrary<SteeringPolicy> fleets(Arbitrary<Double> capacities, Arbitrary<Double> demands) {
        Arbitrary<SortedMap<RegionId, SteeredRegion>> regions = capacities
                .list()
                .ofMinSize(1)
                .ofMaxSize(MAX_REGIONS)
                .map(list -> numbered(list, i -> RegionId.of("region-" + i), AnyFleet::region));
        return regions.flatMap(all -> Combinators.combine(
                        edges(List.copyOf(all.keySet()), demands), Arbitraries.of(0.5, 0.75, 0.95), guards(all.size()))
                .as((edges, target, guards) -> policy(all, edges, target, guards)));
    }

    private static Arbitrary<GuardSettings> guards(int regions) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, Math.min(2, regions)))
                .as((maxOut, minIn) -> new GuardSettings(
                        maxOut,
                        minIn,
                        100,
                        Duration.ofSeconds(5),
                        DEFAULTS.guards().removalBudget(),
                        DEFAULTS.guards().removalWindow(),
                        null,
                        DEFAULTS.guards().clockTolerance(),
                        false,
                        List.of()));
    }

    private static Arbitrary<SortedMap<EdgeId, SteeredEdge>> edges(List<RegionId> regions, Arbitrary<Double> demands) {
        Arbitrary<SortedMap<RegionId, Double>> latencies = Arbitraries.maps(
                        Arbitraries.of(regions),
                        Arbitraries.integers().between(1, 200).map(Integer::doubleValue))
                .ofMinSize(1)
                .map(TreeMap::new);
        return Combinators.combine(demands, latencies)
                .as(SteeredEdge::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MAX_EDGES)
                .map(list -> numbered(list, i -> EdgeId.of("edge-" + (char) ('a' + i)), edge -> edge));
    }

    private static <T, K extends Comparable<K>, V> SortedMap<K, V> numbered(
            List<T> list, Function<Integer, K> name, Function<T, V> value) {
        SortedMap<K, V> map = new TreeMap<>();
        for (int i = 0; i < list.size(); i++) {
            map.put(name.apply(i), value.apply(list.get(i)));
        }
        return map;
    }

    private static SteeredRegion region(double capacityRps) {
        return new SteeredRegion(capacityRps, List.of(URI.create("http://127.0.0.1:8080")));
    }

    private static SteeringPolicy policy(
            SortedMap<RegionId, SteeredRegion> regions,
            SortedMap<EdgeId, SteeredEdge> edges,
            double target,
            GuardSettings guards) {
        return new SteeringPolicy(
                DEFAULTS.service(),
                new Utilization(target, 0.95),
                5,
                regions,
                edges,
                DEFAULTS.agents(),
                JUDGE,
                RAMP,
                guards);
    }

    /** Some of everything that may happen, with time to act on it in between. */
    static Arbitrary<List<Happening>> fates() {
        Arbitrary<Integer> region = Arbitraries.integers().between(0, MAX_REGIONS - 1);
        Arbitrary<Integer> edge = Arbitraries.integers().between(0, MAX_EDGES - 1);
        Arbitrary<Happening> fate = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(region, Arbitraries.of(1.0, 1.0, 0.5, 0.2))
                                .as(Happening.Fails::new)),
                Tuple.of(3, region.map(Happening.Heals::new)),
                Tuple.of(
                        2,
                        Combinators.combine(edge, Arbitraries.of(0.0, 50.0, 500.0, 1e5))
                                .as(Happening.Demands::new)),
                Tuple.of(
                        2,
                        Combinators.combine(region, Arbitraries.of(Pace.class)).as(Happening.Evacuated::new)),
                Tuple.of(2, Arbitraries.create(Happening.Restored::new)),
                Tuple.of(1, edge.map(Happening.Silent::new)),
                Tuple.of(1, edge.map(Happening.Lies::new)),
                Tuple.of(1, Arbitraries.create(Happening.SeesTruly::new)));
        Arbitrary<Happening> time = Arbitraries.integers().between(1, 20).map(Happening.Passes::new);
        return Combinators.combine(fate, time)
                .as((event, pause) -> List.of(event, pause))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pairs -> pairs.stream().flatMap(List::stream).toList());
    }
}
