package dev.drover.simulation.rehearsal.incident;

import dev.drover.simulation.fleet.Happening;
import java.time.Duration;
import java.util.List;

/**
 * What an item of a scenario leads to.
 *
 * @param steps what happens to the fleet, in order
 * @param demand how it changes the users' demand; the empty list if it does not
 */
public record Incident(List<Step> steps, List<DemandChange> demand) {

    /** Copies the lists. */
    public Incident {
        steps = List.copyOf(steps);
        demand = List.copyOf(demand);
    }

    /**
     * Something that happens.
     *
     * @param at how long after the scenario's beginning
     */
    public record Step(Duration at, Happening happening) {}
}
