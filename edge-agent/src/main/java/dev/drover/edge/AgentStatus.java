package dev.drover.edge;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import dev.drover.api.slot.Owner;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An agent at a glance, for people and for tests.
 *
 * @param agent who
 * @param service what it steers
 * @param policy the publication in force; absent if none, and then the agent is not ready
 * @param applied the newest publication ever applied, across restarts; absent if none
 * @param overlay what it acts on by itself; absent if nothing
 * @param onTrial whether 1 % of the overlay's slots are back at its region
 * @param weights how many slots go to each owner now, overlay included; empty while there is no policy
 * @param views what it concludes of each region
 * @param stale whether no controller was heard for long
 * @param sessionsUp how many controllers it has a session with
 */
public record AgentStatus(
        AgentId agent,
        ServiceId service,
        @Nullable PolicyId policy,
        @Nullable PolicyId applied,
        @Nullable Overlay overlay,
        boolean onTrial,
        SortedMap<Owner, Integer> weights,
        SortedMap<RegionId, View> views,
        boolean stale,
        int sessionsUp) {

    /** Copies the maps. */
    public AgentStatus {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
    }

    /** Whether a policy is in force. */
    public boolean ready() {
        return policy != null;
    }
}
