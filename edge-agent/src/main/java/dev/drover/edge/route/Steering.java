package dev.drover.edge.route;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.RequestSettings;
import java.net.URI;
import java.util.List;

/**
 * What the proxy asks of the agent for each request, and tells it.
 *
 * <p>All calls on the agent's one event loop; nothing blocks.
 */
public interface Steering {

    /** Whether a policy is in force; without one there is nowhere to send users. */
    boolean isReady();

    /**
     * Where that user goes now.
     *
     * @param userKey any text; the empty one is a key like others
     * @return shed twice while no policy is in force
     */
    Route routeOf(String userKey);

    /** The base URLs of a region by the policy in force; empty if it does not name the region. */
    List<URI> originsOf(RegionId region);

    /** How requests are carried, by the policy in force; careful defaults while there is none. */
    RequestSettings settings();

    /** A user's request came: demand. Called once for each, whatever becomes of it. */
    void arrived();

    /** Takes one retry from the budget if there is one, and counts it. */
    boolean mayRetry();

    /** A request goes out to a region now. */
    Attempt attempt(RegionId region);

    /** A user got the static answer. */
    void shed();

    /** A user saw a failure. */
    void failed();
}
