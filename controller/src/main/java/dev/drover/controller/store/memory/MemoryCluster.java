package dev.drover.controller.store.memory;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Orders;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreLimits;
import dev.drover.controller.store.Versioned;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the controllers of one process share instead of a ZooKeeper ensemble. It is gone with the process.
 *
 * <p>Safe for use by several threads; what it answers depends on the order of the calls alone.
 */
public final class MemoryCluster {

    /** What is kept of one service. */
    private static final class Service {
        private Versioned<String> steeringPolicy = new Versioned<>("", -1);
        private @Nullable Versioned<Publication> current;
        private final SortedMap<Long, Publication> publications = new TreeMap<>();
    }

    private static final Service NONE = new Service();

    private final ClusterId id;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final SortedMap<ServiceId, Service> services = new TreeMap<>();
    private Versioned<Orders> orders = new Versioned<>(Orders.NONE, -1);
    private Fence fence = new Fence(0, -1);
    private @Nullable String leader;

    /** An empty one. */
    public MemoryCluster(ClusterId id) {
        this.id = id;
    }

    /** What a snapshot taken now would hold; nobody watches it. */
    public synchronized MemoryCluster copy() {
        MemoryCluster copy = new MemoryCluster(id);
        services.forEach((name, service) -> {
            Service same = copy.serviceOf(name);
            same.steeringPolicy = service.steeringPolicy;
            same.current = service.current;
            same.publications.putAll(service.publications);
        });
        copy.orders = orders;
        copy.fence = fence;
        copy.leader = leader;
        return copy;
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    synchronized StoreContents read(ServiceId service) {
        Service found = services.getOrDefault(service, NONE);
        return new StoreContents(
                id, fence.epoch(), leader, orders, found.steeringPolicy, Optional.ofNullable(found.current));
    }

    synchronized Optional<Publication> readPublication(ServiceId service, long revision) {
        return Optional.ofNullable(
                services.getOrDefault(service, NONE).publications.get(revision));
    }

    synchronized Fence takeEpoch(String controller) {
        fence = new Fence(fence.epoch() + 1, fence.version() + 1);
        leader = controller;
        changed();
        return fence;
    }

    synchronized int publish(Fence claimed, int pointerVersion, Publication publication) {
        check(claimed);
        Service service = serviceOf(publication.policy().service());
        Versioned<Publication> current = service.current;
        if (current != null && current.value().publicationId().equals(publication.publicationId())) {
            return current.version();
        }
        int version = nextVersion("pointer", current == null ? -1 : current.version(), pointerVersion);
        long revision = publication.policy().id().revision();
        if (service.publications.containsKey(revision)) {
            throw conflict("revision " + revision + " is published already");
        }
        service.publications.put(revision, publication);
        service.current = new Versioned<>(publication, version);
        changed();
        return version;
    }

    synchronized int replaceOrders(int version, Orders next) {
        orders = replaced("orders", orders, version, next);
        changed();
        return orders.version();
    }

    synchronized int replaceSteeringPolicy(ServiceId service, int version, String policy) {
        Service found = serviceOf(service);
        found.steeringPolicy = replaced("steering policy", found.steeringPolicy, version, policy);
        changed();
        return found.steeringPolicy.version();
    }

    synchronized int clean(Fence claimed, ServiceId service, Instant now) {
        check(claimed);
        Service found = services.getOrDefault(service, NONE);
        int surplus = found.publications.size() - StoreLimits.KEPT_PUBLICATIONS;
        int forgotten = 0;
        Iterator<Publication> oldestFirst = found.publications.values().iterator();
        for (int seen = 0; seen < surplus; seen++) {
            if (mayForget(found, oldestFirst.next(), now)) {
                oldestFirst.remove();
                forgotten++;
            }
        }
        return forgotten;
    }

    private static boolean mayForget(Service service, Publication old, Instant now) {
        boolean inForce = service.current != null && service.current.value().equals(old);
        return !inForce && old.policy().publishedAt().isBefore(now.minus(StoreLimits.KEPT_FOR));
    }

    private Service serviceOf(ServiceId service) {
        return services.computeIfAbsent(service, unknown -> new Service());
    }

    private void check(Fence claimed) {
        if (!claimed.equals(fence)) {
            throw new StoreException(
                    StoreException.Kind.FENCED, "epoch " + claimed.epoch() + " (in the store: " + fence.epoch() + ")");
        }
    }

    /** The value after the change; what is there already if this very change was made before. */
    private static <T> Versioned<T> replaced(String what, Versioned<T> found, int expected, T next) {
        boolean done = found.version() == expected + 1 && found.value().equals(next);
        return done ? found : new Versioned<>(next, nextVersion(what, found.version(), expected));
    }

    private static int nextVersion(String what, int found, int expected) {
        if (found != expected) {
            throw conflict(what + ": version " + found + " (expected: " + expected + ")");
        }
        return found + 1;
    }

    private static StoreException conflict(String message) {
        return new StoreException(StoreException.Kind.CONFLICT, message);
    }
}
