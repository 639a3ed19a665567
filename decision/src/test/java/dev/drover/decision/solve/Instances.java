package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.steering.Utilization;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random problems of every kind: with room, tight, too small, islands, ties, nothing, and ten orders of magnitude. */
final class Instances {

    private static final double[] FULLNESS = {0.4, 0.8, 0.97, 1, 1.05, 1.6};

    private final Random random;
    private final int regions;
    private final int edges;
    private final boolean round;
    private final boolean wide;
    private final double allowed;
    private final int islands;

    private Instances(long seed) {
        random = new Random(seed);
        regions = 1 + random.nextInt(12);
        edges = 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 25);
        round = random.nextInt(3) == 0;
        wide = random.nextInt(3) == 0;
        allowed = new double[] {1, 0.6, 0.25}[random.nextInt(3)];
        islands = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    }

    /** The problem of that number; always the same. */
    static SteeringProblem of(long seed) {
        return new Instances(seed).problem();
    }

    /** A fleet on a plane with all regions allowed, 90 % full, where users are elsewhere than capacity. */
    static SteeringProblem large(int regions, int edges, long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(regions).toArray();
        double[] y = random.doubles(regions).toArray();
        double[] capacity = random.doubles(regions, 0.5, 1.5).toArray();
        double[] demand = random.doubles(edges, 0, 10).map(Math::exp).toArray();
        double fill = Arrays.stream(demand).sum() / Arrays.stream(capacity).sum() / 0.95 / 0.9;
        SteeringProblemBuilder problem = SteeringProblem.builder(new Utilization(0.75, 0.95), 5);
        for (int region = 0; region < regions; region++) {
            problem.region(name(region), capacity[region] * fill);
        }
        for (int edge = 0; edge < edges; edge++) {
            double edgeX = random.nextDouble();
            double edgeY = random.nextDouble();
            Map<RegionId, Double> latencies = new TreeMap<>();
            for (int region = 0; region < regions; region++) {
                latencies.put(name(region), 150 * Math.hypot(x[region] - edgeX, y[region] - edgeY));
            }
            EdgeId id = EdgeId.of("edge-" + edge);
            problem.edge(id, demand[edge], latencies);
            if (random.nextBoolean()) {
                problem.previous(id, Map.of(Owner.of(name(random.nextInt(regions))), 10_000));
            }
        }
        return problem.build();
    }

    private SteeringProblem problem() {
        double max = round ? 1 : 0.5 + random.nextInt(46) / 100.0;
        double target = Math.max(0.01, random.nextInt(3) == 0 ? max : max * (0.2 + 0.8 * random.nextDouble()));
        SteeringProblemBuilder problem =
                SteeringProblem.builder(new Utilization(target, max), random.nextBoolean() ? 0 : random.nextInt(30));
        double[] demand = random.doubles(edges).map(this::demand).toArray();
        double total = 0;
        for (double rps : demand) {
            total += rps;
        }
        double fullness = FULLNESS[random.nextInt(FULLNESS.length)];
        for (int region = 0; region < regions; region++) {
            problem.region(name(region), capacity(total / max / fullness / regions));
        }
        boolean before = random.nextBoolean();
        for (int edge = 0; edge < edges; edge++) {
            EdgeId id = EdgeId.of("edge-" + edge);
            problem.edge(id, demand[edge], latencies(edge));
            if (before && random.nextInt(4) > 0) {
                problem.previous(id, previous());
            }
        }
        return problem.build();
    }

    private double demand(double uniform) {
        if (random.nextInt(15) == 0) {
            return 0;
        }
        if (wide) {
            return Math.pow(10, -3 + 10 * uniform);
        }
        return round ? 1 + (int) (uniform * 4) : 10 + 1000 * uniform;
    }

    private double capacity(double average) {
        if (random.nextInt(10) == 0) {
            return 0;
        }
        if (wide && random.nextBoolean()) {
            return Math.pow(10, -3 + 10 * random.nextDouble());
        }
        return round ? Math.rint(average) : average * (0.5 + random.nextDouble());
    }

    private Map<RegionId, Double> latencies(int edge) {
        Map<RegionId, Double> latencies = new TreeMap<>();
        for (int region = 0; region < regions; region++) {
            if (region % islands == edge % islands && random.nextDouble() < allowed) {
                latencies.put(name(region), round ? 10.0 * random.nextInt(4) : 200 * random.nextDouble());
            }
        }
        return latencies;
    }

    private Map<Owner, Integer> previous() {
        Map<Owner, Integer> slots = new TreeMap<>();
        int left = 10_000;
        while (left > 0) {
            int some = random.nextBoolean() ? left : 1 + random.nextInt(left);
            slots.merge(
                    random.nextInt(9) == 0 ? Owner.SHED : Owner.of(name(random.nextInt(regions))), some, Integer::sum);
            left -= some;
        }
        return slots;
    }

    private static RegionId name(int region) {
        return RegionId.of("region-" + region);
    }
}
