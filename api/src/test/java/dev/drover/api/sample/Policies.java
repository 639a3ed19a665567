package dev.drover.api.sample;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Steering policies whose edges name regions that there are. */
final class Policies {

    private Policies() {}

    static Arbitrary<SteeringPolicy> steeringPolicies() {
        return Arbitraries.of(Slices.REGIONS).set().ofMinSize(1).flatMap(Policies::steeringPoliciesOf);
    }

    private static Arbitrary<SteeringPolicy> steeringPoliciesOf(Set<RegionId> names) {
        Arbitrary<SortedMap<RegionId, SteeredRegion>> regions = AnyValue.of(SteeredRegion.class)
                .list()
                .ofSize(names.size())
                .map(steered -> {
                    SortedMap<RegionId, SteeredRegion> all = new TreeMap<>();
                    names.forEach(name -> all.put(name, steered.get(all.size())));
                    return all;
                });
        Arbitrary<SortedMap<RegionId, Double>> latencies = Arbitraries.maps(
                        Arbitraries.of(names), Ranges.part(0, 60_000))
                .ofMinSize(1)
                .ofMaxSize(names.size())
                .map(TreeMap::new);
        Arbitrary<SortedMap<EdgeId, SteeredEdge>> edges = Arbitraries.maps(
                        AnyValue.of(EdgeId.class), AnyValue.record(SteeredEdge.class, Map.of("latencyMs", latencies)))
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(TreeMap::new);
        return AnyValue.record(SteeringPolicy.class, Map.of("regions", regions, "edges", edges));
    }
}
