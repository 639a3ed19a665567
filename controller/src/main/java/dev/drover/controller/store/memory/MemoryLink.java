package dev.drover.controller.store.memory;

import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.StoreException;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One controller's line to what is shared in memory; it can be cut, as the network to a real store can.
 *
 * <p>What listeners hear goes through the executor that the link was made with, in order: one that runs on the
 * controller's Vert.x context, or the simulation's own. Safe for use by several threads.
 */
public final class MemoryLink {

    /** What becomes of a call. */
    private enum Calls {
        ANSWERED,
        /** They are carried out, and the answer is lost. */
        UNANSWERED,
        /** They never arrive. */
        CUT
    }

    private final Executor deliver;
    private final List<Consumer<Connection>> watchers = new CopyOnWriteArrayList<>();
    private volatile Connection connection = Connection.CONNECTED;
    private volatile Calls calls = Calls.ANSWERED;

    /**
     * A link that is up.
     *
     * @param deliver carries what listeners hear to the controller's thread
     */
    public MemoryLink(Executor deliver) {
        this.deliver = deliver;
    }

    /** Cuts it: calls fail, and the controller knows that it is cut off. What it holds is not given away yet. */
    public void suspend() {
        calls = Calls.CUT;
        turn(Connection.SUSPENDED);
    }

    /** The session is over: what the controller held, such as leadership, goes to others. */
    public void expire() {
        calls = Calls.CUT;
        turn(Connection.LOST);
    }

    /** Mends it. */
    public void restore() {
        calls = Calls.ANSWERED;
        turn(Connection.CONNECTED);
    }

    /** From now on calls are carried out but their answers are lost, until {@link #restore}. */
    public void loseAnswers() {
        calls = Calls.UNANSWERED;
    }

    /** How it is now. */
    public Connection connection() {
        return connection;
    }

    /** Tells the watcher of every turn of the connection, from now on. */
    public void watch(Consumer<Connection> watcher) {
        watchers.add(watcher);
    }

    /** Carries something to the controller's thread. */
    public void tell(Runnable news) {
        deliver.execute(news);
    }

    /** Makes a call over the link: it fails with UNAVAILABLE if the link is cut. */
    <T> Future<T> call(Supplier<T> work) {
        if (calls == Calls.CUT) {
            return Future.failedFuture(unavailable("it was not reached"));
        }
        try {
            T answer = work.get();
            return calls == Calls.UNANSWERED
                    ? Future.failedFuture(unavailable("its answer was lost"))
                    : Future.succeededFuture(answer);
        } catch (StoreException e) {
            return Future.failedFuture(calls == Calls.UNANSWERED ? unavailable("its answer was lost") : e);
        }
    }

    private static StoreException unavailable(String why) {
        return new StoreException(StoreException.Kind.UNAVAILABLE, "the store in memory: " + why);
    }

    private void turn(Connection next) {
        if (connection != next) {
            connection = next;
            watchers.forEach(watcher -> watcher.accept(next));
        }
    }
}
