package dev.drover.controller.store;

import dev.drover.api.json.Json;
import dev.drover.api.order.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How much a store holds. What is larger is refused before it is sent: a store that chokes on one value would take
 * leader after leader down with it.
 */
public final class StoreLimits {

    /** The longest list of orders, in bytes of JSON. */
    public static final int MAX_ORDERS_BYTES = 64 * 1024;
    /** The longest steering policy, in bytes. */
    public static final int MAX_STEERING_POLICY_BYTES = 256 * 1024;
    /** The longest decision state, in bytes; a store that packs it may hold even less if it does not pack well. */
    public static final int MAX_DECISION_STATE_BYTES = 1000 * 1000;
    /** How many publications are kept at least. */
    public static final int KEPT_PUBLICATIONS = 50;
    /** For how long each publication is kept at least. */
    public static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private StoreLimits() {}

    /** Throws StoreException (TOO_LARGE) if the orders are too many to store. */
    public static void check(Orders orders) {
        check("orders", bytesOf(Json.write(orders)), MAX_ORDERS_BYTES);
    }

    /** Throws StoreException (TOO_LARGE) if the steering policy is too long to store. */
    public static void checkSteeringPolicy(String policy) {
        check("steering policy", bytesOf(policy), MAX_STEERING_POLICY_BYTES);
    }

    /**
     * Throws StoreException (TOO_LARGE) if the decision state is too long to store.
     *
     * @throws IllegalArgumentException if the publication is not under the epoch of the fence
     */
    public static void check(Fence fence, Publication publication) {
        long epoch = publication.policy().id().epoch();
        if (epoch != fence.epoch()) {
            throw new IllegalArgumentException(
                    "publication: epoch " + epoch + " (expected: that of the fence, " + fence.epoch() + ")");
        }
        check("decision state", bytesOf(publication.decisionState()), MAX_DECISION_STATE_BYTES);
    }

    /** Throws StoreException (TOO_LARGE) if there are more bytes than may be. */
    public static void check(String what, int bytes, int mostBytes) {
        if (bytes > mostBytes) {
            throw new StoreException(
                    StoreException.Kind.TOO_LARGE,
                    what + ": " + bytes + " bytes (expected: at most " + mostBytes + ")");
        }
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
