package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.SteeringStore.Listener;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that the store works on, and the way from and to the contexts of its callers. */
final class StoreThread {

    private static final Logger LOG = LoggerFactory.getLogger(StoreThread.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, StoreThread::named);
    private volatile boolean closed;

    StoreThread() {
        executor.setRemoveOnCancelPolicy(true);
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "drover-store");
        thread.setDaemon(true);
        return thread;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    /** Runs something on the store's thread, unless the store is closed. */
    void run(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().log("the store is closed");
        }
    }

    /** Begins an operation on the store's thread; its future completes on the context of whoever calls this. */
    <T> Future<T> call(Supplier<Future<T>> operation) {
        Context context = Vertx.currentContext();
        Promise<T> promise = Promise.promise();
        try {
            executor.execute(
                    () -> begun(operation).onComplete(result -> onContext(context, () -> complete(promise, result))));
        } catch (RejectedExecutionException e) {
            promise.fail(new StoreException(Kind.UNAVAILABLE, "the store is closed", e));
        }
        return promise.future();
    }

    private static <T> Future<T> begun(Supplier<Future<T>> operation) {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static <T> void complete(Promise<T> promise, AsyncResult<T> result) {
        if (result.succeeded()) {
            promise.complete(result.result());
        } else {
            promise.fail(storeException(result.cause()));
        }
    }

    private static StoreException storeException(Throwable failure) {
        if (failure instanceof StoreException expected) {
            return expected;
        }
        LOG.atError().setCause(failure).log("the store failed in a way that it does not know");
        return new StoreException(Kind.UNAVAILABLE, "the store failed: " + failure, failure);
    }

    private static void onContext(@Nullable Context context, Runnable work) {
        if (context == null) {
            work.run();
        } else {
            context.runOnContext(nothing -> work.run());
        }
    }

    /** The listener, told on the context of whoever calls this, and no more once the store is closed. */
    Listener delivering(Listener listener) {
        Context context = Vertx.currentContext();
        return new Listener() {
            @Override
            public void onChange() {
                deliver(listener::onChange);
            }

            @Override
            public void onConnection(Connection connection) {
                deliver(() -> listener.onConnection(connection));
            }

            private void deliver(Runnable news) {
                onContext(context, () -> {
                    if (!closed) {
                        news.run();
                    }
                });
            }
        };
    }

    /** Ends it; what is under way still ends, at its deadline at the latest. */
    void close() {
        closed = true;
        executor.shutdown();
    }
}
