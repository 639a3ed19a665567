package dev.drover.controller.store.memory;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Orders;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreLimits;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One controller's view of a {@link MemoryCluster}.
 *
 * <p>It has no threads: futures are complete when they are returned, and listeners are told by the link's executor.
 */
public final class InMemorySteeringStore implements SteeringStore {

    private final MemoryCluster cluster;
    private final MemoryLink link;
    private final Runnable watcher = this::told;
    private volatile Listener listener = new Nobody();

    /** A view of the cluster over that link. */
    public InMemorySteeringStore(MemoryCluster cluster, MemoryLink link) {
        this.cluster = cluster;
        this.link = link;
        cluster.watch(watcher);
        link.watch(connection -> link.tell(() -> turned(connection)));
    }

    private void told() {
        if (link.connection() == Connection.CONNECTED) {
            link.tell(() -> listener.onChange());
        }
    }

    private void turned(Connection connection) {
        listener.onConnection(connection);
        if (connection == Connection.CONNECTED) {
            listener.onChange();
        }
    }

    @Override
    public void listen(Listener newListener) {
        listener = newListener;
        Connection now = link.connection();
        link.tell(() -> listener.onConnection(now));
    }

    @Override
    public Future<StoreContents> read(ServiceId service) {
        return link.call(() -> cluster.read(service));
    }

    @Override
    public Future<Optional<Publication>> readPublication(ServiceId service, long revision) {
        return link.call(() -> cluster.readPublication(service, revision));
    }

    @Override
    public Future<Fence> takeEpoch(String controller) {
        return link.call(() -> cluster.takeEpoch(controller));
    }

    @Override
    public Future<Integer> publish(Fence fence, int pointerVersion, Publication publication) {
        return checked(
                () -> StoreLimits.check(fence, publication), () -> cluster.publish(fence, pointerVersion, publication));
    }

    @Override
    public Future<Integer> replaceOrders(int version, Orders orders) {
        return checked(() -> StoreLimits.check(orders), () -> cluster.replaceOrders(version, orders));
    }

    @Override
    public Future<Integer> replaceSteeringPolicy(ServiceId service, int version, String policy) {
        return checked(
                () -> StoreLimits.checkSteeringPolicy(policy),
                () -> cluster.replaceSteeringPolicy(service, version, policy));
    }

    @Override
    public Future<Integer> clean(Fence fence, ServiceId service, Instant now) {
        return link.call(() -> cluster.clean(fence, service, now));
    }

    @Override
    public Future<Void> close() {
        cluster.unwatch(watcher);
        listener = new Nobody();
        return Future.succeededFuture();
    }

    private <T> Future<T> checked(Runnable gate, Supplier<T> work) {
        try {
            gate.run();
        } catch (StoreException e) {
            return Future.failedFuture(e);
        }
        return link.call(work);
    }

    /** Before somebody listens, and after the end. */
    private record Nobody() implements Listener {
        @Override
        public void onChange() {
            // Nobody listens.
        }

        @Override
        public void onConnection(Connection connection) {
            // Nobody listens.
        }
    }
}
