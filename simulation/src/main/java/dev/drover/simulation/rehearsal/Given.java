package dev.drover.simulation.rehearsal;

import dev.drover.simulation.network.NetworkSettings;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;

/**
 * What a scenario begins with, beside its policy.
 *
 * @param controllers how many there are, 1 to 5
 * @param agentsPerEdge how many agents each edge has, 1 to 4
 * @param network how good it is
 * @param baseErrors which part of all answers are errors on the best of days, 0 to 0.1
 * @param demand what the expected demand of every edge is multiplied with, 0 to 100
 * @param demandNoise by which part it goes up and down at random from second to second, 0 to 0.5
 * @param warmUp how long the fleet runs before the scenario begins, 10 s to 2 h
 */
record Given(
        int controllers,
        int agentsPerEdge,
        NetworkSettings network,
        double baseErrors,
        double demand,
        double demandNoise,
        Duration warmUp) {

    /** The keys, beside {@code policy}. */
    static final List<String> KEYS = List.of(
            "policy", "controllers", "agentsPerEdge", "network", "baseErrors", "demand", "demandNoise", "warmUp");

    static final List<String> NETWORK_KEYS = List.of("delay", "loss", "repeated");

    private static final int MOST_CONTROLLERS = 5;
    private static final int MOST_AGENTS = 4;
    private static final double MOST_BASE_ERRORS = 0.1;
    private static final double MOST_DEMAND = 100;
    private static final double MOST_NOISE = 0.5;
    private static final double MOST_LOSS = 0.3;
    private static final double MOST_REPEATED = 0.5;
    private static final Duration LEAST_WARM_UP = Duration.ofSeconds(10);
    private static final Duration MOST_WARM_UP = Duration.ofHours(2);
    /** Until everybody serves by a policy and the leader has seen a whole window of evidence. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration MOST_DELAY = Duration.ofSeconds(5);

    static Given read(Fields fields) {
        return new Given(
                (int) fields.wholeOr("controllers", 1, MOST_CONTROLLERS, 3),
                (int) fields.wholeOr("agentsPerEdge", 1, MOST_AGENTS, 1),
                network(fields.fields("network", NETWORK_KEYS)),
                fields.numberOr("baseErrors", 0, MOST_BASE_ERRORS, 0),
                fields.numberOr("demand", 0, MOST_DEMAND, 1),
                fields.numberOr("demandNoise", 0, MOST_NOISE, 0),
                fields.durationOr("warmUp", LEAST_WARM_UP, MOST_WARM_UP, WARM_UP));
    }

    private static NetworkSettings network(Fields fields) {
        NetworkSettings good = NetworkSettings.GOOD;
        return new NetworkSettings(
                good.leastNanos(),
                fields.durationOr("delay", Duration.ZERO, MOST_DELAY, Duration.ofNanos((long) good.meanNanos()))
                        .toNanos(),
                fields.numberOr("loss", 0, MOST_LOSS, good.loss()),
                fields.numberOr("repeated", 0, MOST_REPEATED, good.repeated()));
    }
}
