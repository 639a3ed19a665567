package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.api.BackgroundCallback;
import org.apache.curator.framework.api.CuratorEvent;
import org.apache.curator.framework.api.transaction.CuratorOp;
import org.apache.curator.framework.api.transaction.CuratorTransactionResult;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.data.Stat;

/**
 * Calls to ZooKeeper as futures. None blocks; each fails with UNAVAILABLE if there is no answer within {@link
 * #DEADLINE}. Futures complete on the store's own thread.
 */
final class ZooKeeperCalls {

    /** How long an answer may take. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private final CuratorFramework client;
    private final ScheduledExecutorService thread;

    ZooKeeperCalls(CuratorFramework client, ScheduledExecutorService thread) {
        this.client = client;
        this.thread = thread;
    }

    /** A node that was read. */
    record Node(Packed contents, Stat stat) {
        int version() {
            return stat.getVersion();
        }
    }

    /** A transaction that was refused as a whole because of one of its operations. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int index;
        private final Code code;

        RefusedException(int index, Code code) {
            super("operation " + index + " of the transaction: " + code, null, false, false);
            this.index = index;
            this.code = code;
        }

        int index() {
            return index;
        }

        Code code() {
            return code;
        }
    }

    /** One call of Curator's, which reports to the callback. */
    private interface Call {
        void start(BackgroundCallback callback) throws Exception;
    }

    /** Waits until the server that we are connected to has caught up with the others. */
    Future<Void> sync(String path) {
        return call(
                        "sync " + path,
                        callback -> client.sync().inBackground(callback).forPath(path))
                .compose(event -> expect(event, Code.OK))
                .mapEmpty();
    }

    /** Reads a node, if it is there. */
    Future<Optional<Node>> read(String path) {
        return call(
                        "read " + path,
                        callback -> client.getData().inBackground(callback).forPath(path))
                .compose(event -> expect(event, Code.OK, Code.NONODE))
                .map(event -> codeOf(event) == Code.NONODE
                        ? Optional.empty()
                        : Optional.of(new Node(Packed.read(event.getData()), event.getStat())));
    }

    /** When and how a node was made, if it is there. */
    Future<Optional<Stat>> stat(String path) {
        return call(
                        "look at " + path,
                        callback -> client.checkExists().inBackground(callback).forPath(path))
                .compose(event -> expect(event, Code.OK, Code.NONODE))
                .map(event -> Optional.ofNullable(event.getStat()));
    }

    /** The names of a node's children; none if it is not there. */
    Future<List<String>> children(String path) {
        return call(
                        "list " + path,
                        callback -> client.getChildren().inBackground(callback).forPath(path))
                .compose(event -> expect(event, Code.OK, Code.NONODE))
                .map(event -> event.getChildren() == null ? List.of() : event.getChildren());
    }

    /** Makes a node and what is above it; leaves it as it is if it is there already. */
    Future<Void> create(String path, Packed contents) {
        return call("create " + path, callback -> client.create()
                        .creatingParentsIfNeeded()
                        .inBackground(callback)
                        .forPath(path, contents.bytes()))
                .compose(event -> expect(event, Code.OK, Code.NODEEXISTS))
                .mapEmpty();
    }

    /**
     * Does all of it, or nothing.
     *
     * @return a result for each operation; fails with {@link RefusedException}, or with UNAVAILABLE if it is not known
     *     whether it was done
     */
    Future<List<CuratorTransactionResult>> transact(List<CuratorOp> operations) {
        return call(
                        "transaction",
                        callback -> client.transaction().inBackground(callback).forOperations(operations))
                .compose(ZooKeeperCalls::resultsOf);
    }

    private static Future<List<CuratorTransactionResult>> resultsOf(CuratorEvent event) {
        List<CuratorTransactionResult> results = event.getOpResults();
        if (codeOf(event) == Code.OK) {
            return Future.succeededFuture(results);
        }
        if (results != null) {
            // Those before the culprit report 0, those after it RUNTIMEINCONSISTENCY.
            for (int index = 0; index < results.size(); index++) {
                int error = results.get(index).getError();
                if (error != 0) {
                    return Future.failedFuture(new RefusedException(index, Code.get(error)));
                }
            }
        }
        return expect(event).map(List.of());
    }

    private static Future<CuratorEvent> expect(CuratorEvent event, Code... expected) {
        Code code = codeOf(event);
        return List.of(expected).contains(code)
                ? Future.succeededFuture(event)
                : Future.failedFuture(
                        new StoreException(Kind.UNAVAILABLE, event.getType() + " " + event.getPath() + ": " + code));
    }

    private static Code codeOf(CuratorEvent event) {
        Code code = Code.get(event.getResultCode());
        return code == null ? Code.SYSTEMERROR : code;
    }

    private Future<CuratorEvent> call(String what, Call call) {
        Promise<CuratorEvent> promise = Promise.promise();
        try {
            ScheduledFuture<?> deadline = thread.schedule(
                    () -> promise.tryFail(unavailable(what + ": no answer within " + DEADLINE.toMillis() + " ms")),
                    DEADLINE.toMillis(),
                    TimeUnit.MILLISECONDS);
            call.start((curator, event) -> answered(promise, deadline, event));
        } catch (RejectedExecutionException e) {
            promise.tryFail(unavailable(what + ": the store is closed"));
        } catch (Exception e) {
            promise.tryFail(new StoreException(Kind.UNAVAILABLE, what + ": " + e, e));
        }
        return promise.future();
    }

    private void answered(Promise<CuratorEvent> promise, ScheduledFuture<?> deadline, CuratorEvent event) {
        try {
            thread.execute(() -> {
                deadline.cancel(false);
                promise.tryComplete(event);
            });
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: what is under way ends at its deadline.
        }
    }

    private static StoreException unavailable(String message) {
        return new StoreException(Kind.UNAVAILABLE, message);
    }
}
