package dev.drover.simulation.rehearsal;

import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.rehearsal.expect.Expectation;
import dev.drover.simulation.rehearsal.incident.Incident;
import java.time.Duration;
import java.util.List;

/**
 * A scenario, ready to be rehearsed: given a policy and a fleet, when this happens, then that must hold.
 *
 * @param name of it
 * @param file where it is written
 * @param why it is worth rehearsing
 * @param policy that the fleet is steered by
 * @param seed of all that is left to chance
 * @param given what it begins with
 * @param when what happens
 * @param then what must hold
 * @param lasts how long it is, without the warm-up
 */
public record Scenario(
        String name,
        String file,
        String why,
        SteeringPolicy policy,
        long seed,
        Given given,
        List<Incident> when,
        List<Expected> then,
        Duration lasts) {

    /** The seed of a scenario that names none. */
    public static final long SEED = 1;

    /** Copies the lists. */
    public Scenario {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /**
     * Something that must hold.
     *
     * @param line of the file where it is written
     */
    public record Expected(int line, Expectation expectation) {}
}
