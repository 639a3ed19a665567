package dev.drover.edge.lastknown;

import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Last known good in a directory of the agent's own.
 *
 * <p>Disk work is done by a worker, in order and one at a time. Of several {@link #applied} that wait for a slow disk only
 * the newest is written; all of them complete with it. Called on the agent's event loop.
 */
public final class FileLastKnownGood implements LastKnownGood {

    private final Vertx vertx;
    private final StateDirectory directory;
    private @Nullable PolicyId waiting;
    private Promise<Void> waitingWritten = Promise.promise();

    /**
     * An agent's directory; made when something is first written.
     *
     * @param bootstrapFile a sealed policy to start from when nothing was kept; null for none
     */
    public FileLastKnownGood(Vertx vertx, Path directory, @Nullable Path bootstrapFile) {
        this.vertx = vertx;
        this.directory = new StateDirectory(directory, bootstrapFile);
    }

    @Override
    public Future<Remembered> load() {
        return vertx.executeBlocking(directory::load);
    }

    @Override
    public Future<Void> keep(PolicyId id, SealedPolicy policy) {
        return onWorker(() -> {
            directory.keep(id, policy);
            return id;
        });
    }

    @Override
    public Future<Void> applied(PolicyId id) {
        boolean isQueued = waiting != null;
        waiting = id;
        if (!isQueued) {
            waitingWritten = Promise.promise();
            Future<Void> turn = onWorker(() -> id);
            turn.compose(none -> writeWaiting()).onComplete(waitingWritten);
        }
        return waitingWritten.future();
    }

    private Future<Void> writeWaiting() {
        PolicyId newest = waiting;
        waiting = null;
        if (newest == null) {
            return Future.succeededFuture();
        }
        return onWorker(() -> {
            directory.applied(newest);
            return newest;
        });
    }

    private Future<Void> onWorker(Callable<PolicyId> work) {
        return vertx.executeBlocking(work).mapEmpty();
    }
}
