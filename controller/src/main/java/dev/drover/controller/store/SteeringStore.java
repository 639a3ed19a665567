package dev.drover.controller.store;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Orders;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * What the controllers of a cluster remember together, for one service.
 *
 * <p>Every change names what it replaces, and fails with {@link StoreException} if that is no longer there. Futures
 * complete on the thread of the caller's Vert.x context if it has one, and fail with nothing but StoreException.
 */
public interface SteeringStore {

    /** Hears of the store; hints only: read again to know. Called on the context that called {@link #listen}. */
    interface Listener {
        /** Something may have changed. */
        void onChange();

        /** Whether the store can be reached turned. */
        void onConnection(Connection connection);
    }

    /** Whether the store can be reached. */
    enum Connection {
        /** It answers. */
        CONNECTED,
        /** It did not answer lately: whoever leads must stop deciding at once. */
        SUSPENDED,
        /** Our session is believed to be over: whoever led does not lead any more. */
        LOST
    }

    /**
     * Starts to tell of changes and of the connection, beginning with how the connection is now; one listener for the
     * life of the store.
     */
    void listen(Listener listener);

    /**
     * Reads everything, after a sync, creating what a new store lacks (the cluster's id).
     *
     * @return all of it; fails with UNAVAILABLE, or with CORRUPT if a part of it cannot be read
     */
    Future<StoreContents> read(ServiceId service);

    /** Reads a publication, past or in force; empty if there is none of that revision, or none any more. */
    Future<Optional<Publication>> readPublication(ServiceId service, long revision);

    /**
     * Takes the next epoch for that controller, by compare-and-set.
     *
     * @return the fence of the leadership; fails with CONFLICT if somebody else took one meanwhile
     */
    Future<Fence> takeEpoch(String controller);

    /**
     * Publishes, in one transaction with the check of the fence.
     *
     * <p>If the answer of an attempt was lost, a repeated call with the same publication id and pointer version
     * succeeds without a second publication.
     *
     * @param fence of the caller's leadership
     * @param pointerVersion of the publication that this one replaces; -1 if there is none
     * @param publication under the epoch of the fence, and of a revision that was never published
     * @return the version of the pointer now; fails with FENCED, CONFLICT, UNAVAILABLE or TOO_LARGE
     * @throws IllegalArgumentException if the publication is not under the epoch of the fence
     */
    Future<Integer> publish(Fence fence, int pointerVersion, Publication publication);

    /**
     * Replaces the orders. Repeated with the same version and orders it succeeds without a second change, so that it
     * may be tried again if an answer was lost.
     *
     * @param version of the orders that were read; -1 if there are none yet
     * @return the version now; fails with CONFLICT if they have changed since, UNAVAILABLE or TOO_LARGE
     */
    Future<Integer> replaceOrders(int version, Orders orders);

    /**
     * Replaces the steering policy; may be repeated as {@link #replaceOrders} may.
     *
     * @param version of the policy that was read; -1 if there is none yet
     * @param policy as {@code SteeringPolicies.write} writes it
     * @return the version now; fails with CONFLICT if it has changed since, UNAVAILABLE or TOO_LARGE
     */
    Future<Integer> replaceSteeringPolicy(ServiceId service, int version, String policy);

    /**
     * Forgets old publications: not the one in force, not the last {@link StoreLimits#KEPT_PUBLICATIONS}, and none
     * younger than {@link StoreLimits#KEPT_FOR}. A bounded piece of work; call it again from time to time.
     *
     * @param fence of the caller's leadership
     * @param now by the same clock as the publications' {@code publishedAt}
     * @return how many it forgot; fails with FENCED, CONFLICT (somebody published meanwhile) or UNAVAILABLE
     */
    Future<Integer> clean(Fence fence, ServiceId service, Instant now);

    /** Lets go of the store; the listener hears nothing more. */
    Future<Void> close();
}
