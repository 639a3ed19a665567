package dev.drover.controller.loop;

import dev.drover.api.fleet.ServiceId;
import java.time.Duration;

/**
 * How a controller's loop runs.
 *
 * @param controller what it is called; unique in its cluster
 * @param service what it steers
 * @param bootstrap whether the first publication of an empty store may be made at once
 * @param firstPolicy for a store that has no steering policy, as {@code SteeringPolicies.write} wrote it; empty for none
 */
public record LoopSettings(String controller, ServiceId service, Bootstrap bootstrap, String firstPolicy) {

    /** When an empty store may get its first publication. */
    public enum Bootstrap {
        /** As soon as there is a leader. */
        AT_ONCE,
        /** Once no agent has named a cluster for 10 s: an empty store may be a lost one. */
        WHEN_NOBODY_KNOWS_BETTER
    }

    /** How often it is decided without an event. */
    static final Duration EVALUATE_EVERY = Duration.ofMillis(500);
    /** How often the store is read without a hint: a watch may be lost. */
    static final Duration READ_EVERY = Duration.ofSeconds(5);
    /** How long a new leader waits for the edges that it has not heard. */
    static final Duration WARM_UP = Duration.ofSeconds(5);
    /** How long no agent may name a cluster before an empty store is believed to be new. */
    static final Duration BOOTSTRAP_AFTER = Duration.ofSeconds(10);
    /** How often slots move for gain alone. */
    static final Duration REBALANCE_EVERY = Duration.ofSeconds(2);
    /** A third of the store's session: who slept longer may have been replaced, and reads before he decides. */
    static final Duration LONGEST_NAP = Duration.ofSeconds(2);
    /** How often what nobody needs any more is removed from the store. */
    static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    /** Before an epoch is taken again after it was lost though the election still stands. */
    static final Duration RETRY_EPOCH_AFTER = Duration.ofSeconds(1);
}
