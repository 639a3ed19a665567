package dev.drover.simulation.rehearsal.record;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.slot.Owner;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent sends its users.
 *
 * @param policy the publication that it serves by; absent if none, or if it is off
 * @param overlay the region on whose contingency it acts by itself; absent if none
 * @param weights how many slots go to each owner, the overlay included; empty if there is no policy
 */
public record AgentState(@Nullable PolicyId policy, @Nullable RegionId overlay, SortedMap<Owner, Integer> weights) {

    /** An agent that is off. */
    public static final AgentState OFF = new AgentState(null, null, new TreeMap<>());

    /** Copies the map. */
    public AgentState {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
}
