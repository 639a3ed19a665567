package dev.drover.controller.rest;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.rest.StatusView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What may be asked of a controller, whether it leads or not.
 *
 * <p>Everything is called on the controller's context. What the caller must be told fails with {@code
 * ProblemException}, what the store refuses with {@code StoreException}; anything else is taken for a fault of Drover.
 */
public interface Desk {

    /** The state of this controller. */
    StatusView status();

    /** Every region of the steering policy, in the order of their names. */
    List<RegionView> regions();

    /** Every edge that is known, in the order of their names. */
    List<EdgeView> edges();

    /** Every agent that is known, in the order of their names; gone ones among them. */
    List<AgentView> agents();

    /** The publication in force; empty if there is none yet. */
    Optional<PublicationView> current();

    /**
     * A publication of the past.
     *
     * @param revision 1 or more
     * @return empty if there is none of that revision, or none any more
     */
    Future<Optional<PublicationView>> publication(long revision);

    /** What the loss of each region would lead to: the N-1 report, at most 10 s old; empty if nothing is published yet. */
    Future<Optional<ContingencyReport>> contingencies();

    /** Requests/s of each region's users that nobody would serve if it were lost; empty if nothing is published yet. */
    SortedMap<RegionId, Double> shedIfLostRps();

    /** Every order that is kept, newest first. */
    List<EvacuationView> evacuations();

    /** One order. */
    Optional<EvacuationView> evacuation(OrderId id);

    /**
     * Commits an evacuation, or only says what it would lead to if it is a dry run.
     *
     * @param request whose texts and expiry are within their ranges
     * @return as committed by the quorum, or as predicted; fails with ProblemException if a guard, an unknown region
     *     or another order forbids it
     */
    Future<EvacuationView> evacuate(EvacuationRequest request);

    /**
     * Ends an evacuation: the region returns by the ramp.
     *
     * @param request whose author is within its range
     * @return as committed by the quorum; fails with ProblemException if there is no such order, or it ended otherwise
     */
    Future<EvacuationView> restore(OrderId id, RestoreRequest request);

    /** Whether it has read the store, and knows a steering policy or that there is none. */
    boolean isReady();
}
