package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.order.Orders;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreLimits;
import dev.drover.controller.store.zookeeper.Replacing.Change;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store in ZooKeeper; {@link ZooKeeperPaths} shows where everything lies.
 *
 * <p>It works on a thread of its own and blocks nobody. Each call to ZooKeeper has a deadline of two seconds, and an
 * operation is made of a few of them. The client stays the caller's to close, after the store.
 */
public final class ZooKeeperSteeringStore implements SteeringStore {

    private final ZooKeeperClient client;
    private final ZooKeeperPaths paths;
    private final InstantSource clock;
    private final StoreThread thread = new StoreThread();
    private final Reading reading;
    private final Epochs epochs;
    private final Publishing publishing;
    private final Replacing replacing;
    private final Cleaning cleaning;
    private @Nullable StoreWatch watch;

    /**
     * The store of a cluster.
     *
     * @param client the controller's connection
     * @param paths of the cluster
     * @param clock for the times that are written down beside changes
     */
    public ZooKeeperSteeringStore(ZooKeeperClient client, ZooKeeperPaths paths, InstantSource clock) {
        this.client = client;
        this.paths = paths;
        this.clock = clock;
        ZooKeeperCalls calls = new ZooKeeperCalls(client.curator(), thread.executor());
        Operations operations = new Operations(client.curator());
        Tree tree = new Tree(calls);
        AuditTrail audit = new AuditTrail(paths, tree, operations);
        this.reading = new Reading(paths, calls, clock);
        this.epochs = new Epochs(paths, calls, operations, clock);
        this.publishing = new Publishing(paths, calls, tree, audit, operations);
        this.replacing = new Replacing(calls, tree, audit, operations);
        this.cleaning = new Cleaning(paths, calls, operations);
    }

    @Override
    public void listen(Listener listener) {
        Listener onItsContext = thread.delivering(listener);
        thread.run(() -> startWatch(onItsContext));
    }

    private void startWatch(Listener listener) {
        if (watch != null) {
            watch.close();
        }
        long sessionMillis = client.settings().sessionTimeout().toMillis();
        watch = new StoreWatch(client.curator(), thread.executor(), paths, listener, sessionMillis);
        watch.start();
    }

    @Override
    public Future<StoreContents> read(ServiceId service) {
        return thread.call(() -> reading.read(service));
    }

    @Override
    public Future<Optional<Publication>> readPublication(ServiceId service, long revision) {
        return thread.call(() -> reading.readPublication(service, revision));
    }

    @Override
    public Future<Fence> takeEpoch(String controller) {
        return thread.call(() -> {
            cleaning.forget();
            return epochs.take(controller);
        });
    }

    @Override
    public Future<Integer> publish(Fence fence, int pointerVersion, Publication publication) {
        try {
            StoreLimits.check(fence, publication);
        } catch (StoreException e) {
            return Future.failedFuture(e);
        }
        return thread.call(() -> publishing.publish(fence, pointerVersion, publication));
    }

    @Override
    public Future<Integer> replaceOrders(int version, Orders orders) {
        return thread.call(() -> {
            StoreLimits.check(orders);
            Packed contents = Packed.pack("orders", Json.write(orders));
            AuditTrail.Entry entry = AuditTrail.entryOf(orders, version + 1, clock.instant());
            return replacing.replace(new Change(paths.root(), paths.orders(), version, contents, entry));
        });
    }

    @Override
    public Future<Integer> replaceSteeringPolicy(ServiceId service, int version, String policy) {
        return thread.call(() -> {
            StoreLimits.checkSteeringPolicy(policy);
            Packed contents = Packed.pack("steering policy", policy);
            AuditTrail.Entry entry = AuditTrail.entryOf(service, policy, version + 1, clock.instant());
            return replacing.replace(new Change(paths.policies(), paths.policy(service), version, contents, entry));
        });
    }

    @Override
    public Future<Integer> clean(Fence fence, ServiceId service, Instant now) {
        return thread.call(() -> cleaning.clean(fence, service, now));
    }

    @Override
    public Future<Void> close() {
        return thread.call(() -> {
                    if (watch != null) {
                        watch.close();
                        watch = null;
                    }
                    return Future.<Void>succeededFuture();
                })
                .onComplete(closed -> thread.close());
    }
}
