package dev.drover.simulation.swarm;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.fleet.FleetSettings;
import dev.drover.simulation.network.NetworkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Fleets of every size, by dice: 1 to 5 controllers, 2 to 12 agents, 2 to 6 regions. */
final class Fleets {

    private static final Duration TICK = Duration.ofMillis(100);

    /** As the defaults, but with less patience, so that a run of minutes sees whole ramps. */
    private static final String PATIENCE =
            """
            service: homepage
            agents:
              view: {returnAfter: 10s, returnProbes: 15, returnFailures: 1, returnClean: 8, relapseLatch: 1m}
            judge:
              backAfter: 10s
              degradedFor: 15s
              cleanAfter: 15s
              trialRequests: 10
              slow: {learnedAnswers: 30}
              capacity: {stepEvery: 10s}
              damping: {halfLife: 3m, suppressAt: 1800, reuseAt: 1200, longest: 2m}
            ramp:
              returnPercents: [10, 50, 100]
              returnBake: 5s
              plannedPercent: 25
              plannedBake: 5s
              brake: {rollbackAfter: 5s, holdAfter: 20s}
            guards: {removalWindow: 1m}
            """;

    private final Dice dice;

    Fleets(Dice dice) {
        this.dice = dice;
    }

    FleetSettings any(Theme theme) {
        int agents = dice.between(2, 12);
        int edges = Math.min(agents, Math.max(theme == Theme.SLANDER ? 3 : 2, agents / dice.between(1, 2)));
        List<AgentId> ids = new ArrayList<>();
        for (int i = 0; i < Math.max(agents, edges); i++) {
            ids.add(new AgentId(edge(i % edges), Integer.toString(1 + i / edges)));
        }
        return new FleetSettings(
                policy(edges, (double) ids.size() / edges, dice.between(2, 6)),
                controllers(theme),
                ids,
                network(),
                TICK,
                errors(theme));
    }

    private int controllers(Theme theme) {
        return switch (theme) {
            case LEADERS, SPLIT -> dice.between(2, 5);
            default -> dice.one(List.of(1, 2, 3, 3, 3, 5));
        };
    }

    private static EdgeId edge(int number) {
        return EdgeId.of("e" + (number + 1));
    }

    private NetworkSettings network() {
        boolean good = dice.chance(0.5);
        return good
                ? NetworkSettings.GOOD
                : new NetworkSettings(
                        dice.nanosBetween(1_000_000, 40_000_000),
                        dice.between(1e6, 60e6),
                        dice.chance(0.5) ? dice.between(0.0, 0.1) : 0,
                        dice.chance(0.5) ? dice.between(0.0, 0.5) : 0);
    }

    private double errors(Theme theme) {
        return theme == Theme.SLANDER || dice.chance(0.7) ? 0 : dice.between(0.0, 0.01);
    }

    /** Regions are as large as it takes to be between half empty and nearly full. */
    private SteeringPolicy policy(int edges, double agentsPerEdge, int regions) {
        double utilization = dice.between(0.35, 0.8);
        double[] demand = new double[edges];
        double total = 0;
        for (int i = 0; i < edges; i++) {
            demand[i] = dice.between(3.0, 7.0) * agentsPerEdge;
            total += demand[i];
        }
        StringBuilder yaml = new StringBuilder(PATIENCE).append("regions:\n");
        for (int r = 1; r <= regions; r++) {
            double capacity = total / utilization / regions * dice.between(0.7, 1.3);
            yaml.append(line("  r%d: {capacityRps: %.1f, origins: [\"http://10.0.0.%d:80\"]}", r, capacity, r));
        }
        yaml.append("edges:\n");
        for (int i = 0; i < edges; i++) {
            yaml.append(
                    line("  %s: {expectedDemandRps: %.2f, latencyMs: {%s}}", edge(i), demand[i], latencies(regions)));
        }
        return SteeringPolicies.read("swarm", yaml.toString());
    }

    private String latencies(int regions) {
        int forbidden = regions > 2 && dice.chance(0.15) ? dice.between(1, regions) : 0;
        StringJoiner latencies = new StringJoiner(", ");
        for (int r = 1; r <= regions; r++) {
            if (r != forbidden) {
                latencies.add("r" + r + ": " + dice.between(3, 150));
            }
        }
        return latencies.toString();
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values) + "\n";
    }
}
