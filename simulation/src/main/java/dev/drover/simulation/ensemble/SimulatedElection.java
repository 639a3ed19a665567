package dev.drover.simulation.ensemble;

import dev.drover.controller.election.Election;
import dev.drover.controller.store.SteeringStore.Connection;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * The candidacy of one boot of a controller: elected when it is first in line, deposed by itself when its connection is
 * in doubt; elected again, perhaps on the same place, when the connection is back.
 */
public final class SimulatedElection implements Election {

    private final StoreConnection connection;
    private @Nullable Listener listener;
    private boolean elected;

    /** A candidate that has not joined yet. */
    public SimulatedElection(StoreConnection connection) {
        this.connection = connection;
        connection.watch(this::turned);
    }

    @Override
    public Future<Void> join(Listener newListener) {
        listener = newListener;
        enter();
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> leave() {
        deposed();
        listener = null;
        connection.say(session -> connection.ensemble().leave(session));
        return Future.succeededFuture();
    }

    private void turned(Connection now) {
        if (listener == null) {
            return;
        }
        if (now == Connection.CONNECTED) {
            enter();
        } else {
            deposed();
        }
    }

    private void enter() {
        connection.say(session -> connection.ensemble().enter(session, this));
    }

    /** The ensemble says so. */
    void elected() {
        Listener told = listener;
        if (told != null && connection.state() == Connection.CONNECTED) {
            elected = true;
            told.onElected();
        }
    }

    /** The ensemble says that another is. */
    void notElected() {
        deposed();
    }

    private void deposed() {
        Listener told = listener;
        if (told != null && elected) {
            elected = false;
            told.onDeposed();
        }
    }
}
