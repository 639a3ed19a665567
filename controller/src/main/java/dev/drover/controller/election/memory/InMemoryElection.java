package dev.drover.controller.election.memory;

import dev.drover.controller.election.Election;
import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.memory.MemoryLink;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * One controller's candidacy in a {@link MemoryBallot}; what becomes of its link becomes of it.
 *
 * <p>It has no threads: the listener is told by the link's executor. A link that is suspended deposes at once, but the
 * place in line is lost only when the link expires; mended before that, the same controller is elected again.
 */
public final class InMemoryElection implements Election {

    private final MemoryBallot ballot;
    private final MemoryLink link;
    private @Nullable Listener listener;
    private boolean elected;

    /** A candidate that has not joined yet. */
    public InMemoryElection(MemoryBallot ballot, MemoryLink link) {
        this.ballot = ballot;
        this.link = link;
        link.watch(this::turned);
    }

    @Override
    public Future<Void> join(Listener newListener) {
        synchronized (ballot) {
            listener = newListener;
            if (link.connection() == Connection.CONNECTED) {
                ballot.enter(this);
            }
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> leave() {
        synchronized (ballot) {
            deposed();
            listener = null;
            ballot.withdraw(this);
        }
        return Future.succeededFuture();
    }

    private void turned(Connection connection) {
        synchronized (ballot) {
            if (listener == null) {
                return;
            }
            switch (connection) {
                case SUSPENDED -> deposed();
                case LOST -> {
                    deposed();
                    ballot.withdraw(this);
                }
                case CONNECTED -> returned();
            }
        }
    }

    private void returned() {
        if (ballot.isFirst(this)) {
            elected();
        } else {
            ballot.enter(this);
        }
    }

    /** Called with the ballot held. A candidate that is cut off is elected, too; it hears of it when it is back. */
    void elected() {
        Listener told = listener;
        if (told != null && !elected && link.connection() == Connection.CONNECTED) {
            elected = true;
            link.tell(told::onElected);
        }
    }

    private void deposed() {
        Listener told = listener;
        if (told != null && elected) {
            elected = false;
            link.tell(told::onDeposed);
        }
    }
}
