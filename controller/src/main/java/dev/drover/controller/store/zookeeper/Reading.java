package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.order.Orders;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.Versioned;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what is stored. Confined to the store's thread. */
final class Reading {

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    private final InstantSource clock;
    private final Map<ServiceId, Current> lastRead = new HashMap<>();

    Reading(ZooKeeperPaths paths, ZooKeeperCalls calls, InstantSource clock) {
        this.paths = paths;
        this.calls = calls;
        this.clock = clock;
    }

    /** The publication in force when it was last read; most reads find the same again, or most of its plans. */
    private record Current(Packed pointer, Publication publication, Map<String, SortedMap<EdgeId, SlotTable>> plans) {}

    Future<StoreContents> read(ServiceId service) {
        return calls.sync(paths.root()).compose(synced -> cluster()).compose(cluster -> read(service, cluster));
    }

    private Future<StoreContents> read(ServiceId service, ClusterId cluster) {
        Future<Optional<Stored.Epoch>> epoch = epoch();
        Future<Versioned<Orders>> orders = orders();
        Future<Versioned<String>> policy = policy(service);
        Future<Optional<Versioned<Publication>>> current = current(service);
        return Future.all(epoch, orders, policy, current)
                .map(all -> new StoreContents(
                        cluster,
                        epoch.result().map(Stored.Epoch::epoch).orElse(0L),
                        epoch.result().map(Stored.Epoch::controller).orElse(null),
                        orders.result(),
                        policy.result(),
                        current.result()));
    }

    Future<Optional<Publication>> readPublication(ServiceId service, long revision) {
        String path = paths.publication(service, revision);
        return calls.read(path)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : whole(service, path, found.get()).map(whole -> Optional.of(whole.publication())));
    }

    private Future<ClusterId> cluster() {
        return calls.read(paths.meta())
                .compose(found -> found.isPresent() ? Future.succeededFuture(found) : makeCluster())
                .map(found -> found.orElseThrow(() -> new StoreException(
                        Kind.UNAVAILABLE, paths.meta() + ": it is gone again (expected: the cluster's id)")))
                .map(node -> Stored.read(paths.meta(), node.contents(), Stored.Meta.class)
                        .clusterId());
    }

    /** Makes the cluster's id, unless another controller is faster; whoever was, it is read back. */
    private Future<Optional<Node>> makeCluster() {
        ClusterId fresh = new ClusterId(UUID.randomUUID().toString());
        Packed contents = Packed.pack("meta", Json.write(new Stored.Meta(fresh, clock.instant())));
        return calls.create(paths.meta(), contents).compose(made -> calls.read(paths.meta()));
    }

    private Future<Optional<Stored.Epoch>> epoch() {
        return calls.read(paths.epoch())
                .map(found -> found.map(node -> Stored.read(paths.epoch(), node.contents(), Stored.Epoch.class)));
    }

    private Future<Versioned<Orders>> orders() {
        return calls.read(paths.orders()).map(found -> found.map(node ->
                        new Versioned<>(Stored.read(paths.orders(), node.contents(), Orders.class), node.version()))
                .orElse(new Versioned<>(Orders.NONE, -1)));
    }

    private Future<Versioned<String>> policy(ServiceId service) {
        String path = paths.policy(service);
        return calls.read(path)
                .map(found -> found.map(node -> new Versioned<>(node.contents().unpack(path), node.version()))
                        .orElse(new Versioned<>("", -1)));
    }

    private Future<Optional<Versioned<Publication>>> current(ServiceId service) {
        String path = paths.pointer(service);
        return calls.read(path)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : current(service, path, found.get()).map(Optional::of));
    }

    private Future<Versioned<Publication>> current(ServiceId service, String path, Node node) {
        Current last = lastRead.get(service);
        Future<Current> current = last != null && last.pointer().equals(node.contents())
                ? Future.succeededFuture(last)
                : whole(service, path, node).onSuccess(whole -> lastRead.put(service, whole));
        return current.map(whole -> new Versioned<>(whole.publication(), node.version()));
    }

    private Future<Current> whole(ServiceId service, String path, Node node) {
        Stored.Pointer pointer = Stored.read(path, node.contents(), Stored.Pointer.class);
        return Groups.each(pointer.plans(), plan -> plan(service, plan))
                .map(slots -> whole(path, node, pointer, slots));
    }

    private static Current whole(
            String path, Node node, Stored.Pointer pointer, List<SortedMap<EdgeId, SlotTable>> slots) {
        SortedMap<EdgeId, SlotTable> edges = new TreeMap<>();
        Map<String, SortedMap<EdgeId, SlotTable>> plans = new HashMap<>();
        for (int plan = 0; plan < slots.size(); plan++) {
            edges.putAll(slots.get(plan));
            plans.put(pointer.plans().get(plan), slots.get(plan));
        }
        try {
            return new Current(node.contents(), pointer.with(edges), plans);
        } catch (IllegalArgumentException e) {
            throw Stored.corrupt(path, e);
        }
    }

    private Future<SortedMap<EdgeId, SlotTable>> plan(ServiceId service, String sha256) {
        Current last = lastRead.get(service);
        SortedMap<EdgeId, SlotTable> known = last == null ? null : last.plans().get(sha256);
        return known != null
                ? Future.succeededFuture(known)
                : calls.read(paths.plan(sha256)).map(found -> plan(service, sha256, found));
    }

    private SortedMap<EdgeId, SlotTable> plan(ServiceId service, String sha256, Optional<Node> found) {
        String path = paths.plan(sha256);
        Node node = found.orElseThrow(
                () -> new StoreException(Kind.CORRUPT, path + ": missing (expected: the plan of a publication)"));
        return Plans.read(path, sha256, node.contents(), service);
    }
}
