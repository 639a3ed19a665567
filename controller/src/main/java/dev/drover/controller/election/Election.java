package dev.drover.controller.election;

import io.vertx.core.Future;

/**
 * Tells a controller that it may lead. A hint: it leads only once it has taken an epoch in the store, and only while
 * its fence holds there.
 */
public interface Election {

    /** Hears of the election, on the context that called {@link #join}. */
    interface Listener {
        /** This controller may lead: it should take an epoch. May come again without {@link #onDeposed} between. */
        void onElected();

        /** This controller must stop at once. */
        void onDeposed();
    }

    /** Stands for election until {@link #leave}. */
    Future<Void> join(Listener listener);

    /** Gives leadership up, so that another can be elected at once. */
    Future<Void> leave();
}
