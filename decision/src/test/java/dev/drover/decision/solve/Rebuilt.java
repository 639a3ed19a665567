package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** A problem like another, with something changed. */
final class Rebuilt {

    private final SteeringProblem like;

    private Rebuilt(SteeringProblem like) {
        this.like = like;
    }

    static Rebuilt of(SteeringProblem like) {
        return new Rebuilt(like);
    }

    /** The same, but those slots are what was before. */
    SteeringProblemBuilder previous(Weights weights) {
        SteeringProblemBuilder builder = SteeringProblem.builder(like.utilization(), like.moveCostMs());
        like.regions().forEach(region -> builder.region(region, like.capacityRps(region)));
        like.edges().forEach(edge -> builder.edge(edge, like.demandRps(edge), latencies(edge, RegionId::value)));
        like.edges().forEach(edge -> builder.previous(edge, weights.of(edge)));
        return builder;
    }

    /** The same fleet under other names, so that everything is in another order. */
    SteeringProblem renamed(long seed) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < like.regions().size() + like.edges().size(); i++) {
            numbers.add(1_000 + i);
        }
        Collections.shuffle(numbers, new Random(seed));
        SteeringProblemBuilder builder = SteeringProblem.builder(like.utilization(), like.moveCostMs());
        like.regions().forEach(region -> builder.region(renamed(region, numbers), like.capacityRps(region)));
        like.edges().forEach(edge -> {
            EdgeId name = EdgeId.of("e" + numbers.get(like.regions().size() + like.indexOf(edge)));
            builder.edge(name, like.demandRps(edge), latencies(edge, region -> renamed(region, numbers)
                    .value()));
            if (like.hasPrevious(like.indexOf(edge))) {
                builder.previous(name, renamedSlots(edge, numbers));
            }
        });
        return builder.build();
    }

    private Map<Owner, Integer> renamedSlots(EdgeId edge, List<Integer> numbers) {
        Map<Owner, Integer> slots = new TreeMap<>();
        int row = like.indexOf(edge) * like.owners();
        for (RegionId region : like.regions()) {
            slots.put(Owner.of(renamed(region, numbers)), like.previous[row + like.indexOf(region)]);
        }
        slots.put(Owner.SHED, like.previous[row + like.regions().size()]);
        return slots;
    }

    private RegionId renamed(RegionId region, List<Integer> numbers) {
        return RegionId.of("r" + numbers.get(like.indexOf(region)));
    }

    private Map<RegionId, Double> latencies(EdgeId edge, Function<RegionId, String> name) {
        Map<RegionId, Double> latencies = new TreeMap<>();
        for (RegionId region : like.regions()) {
            if (like.allows(edge, region)) {
                int place = like.indexOf(edge) * like.regions().size() + like.indexOf(region);
                latencies.put(RegionId.of(name.apply(region)), like.latencyMs[place]);
            }
        }
        return latencies;
    }
}
