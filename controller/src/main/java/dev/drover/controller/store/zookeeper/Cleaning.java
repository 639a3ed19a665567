package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ServiceId;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.StoreLimits;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.curator.framework.api.transaction.CuratorOp;
import org.apache.zookeeper.data.Stat;

/**
 * Removes what nobody needs any more: old publications, then plans that no publication names, then old segments of the
 * audit.
 *
 * <p>Each step is one transaction that checks the epoch, so that only the leader cleans, and every pointer, so that
 * nothing is removed that a publication has come to name meanwhile.
 */
final class Cleaning {

    /** How many segments of each stream of the audit are kept: ten thousand entries. */
    static final int KEPT_SEGMENTS = 20;

    private static final int AT_A_TIME = 100;

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    private final Operations operations;

    Cleaning(ZooKeeperPaths paths, ZooKeeperCalls calls, Operations operations) {
        this.paths = paths;
        this.calls = calls;
        this.operations = operations;
    }

    /** What must not have changed until the end: epoch and pointers. And until when something counts as old. */
    private record Basis(List<CuratorOp> checks, Instant oldBefore) {}

    private record Named(String path, Stored.Pointer pointer) {}

    Future<Integer> clean(Fence fence, ServiceId service, Instant now) {
        return basis(fence, now).compose(basis -> publications(basis, service).compose(forgotten -> plans(basis)
                .compose(cleaned -> segments(basis, AuditTrail.publicationsOf(service)))
                .compose(cleaned -> segments(basis, AuditTrail.policiesOf(service)))
                .compose(cleaned -> segments(basis, AuditTrail.ORDERS))
                .map(forgotten)));
    }

    private Future<Basis> basis(Fence fence, Instant now) {
        return calls.children(paths.routing())
                .compose(services -> Groups.each(services, this::pointerCheck))
                .map(pointers -> {
                    List<CuratorOp> checks = new ArrayList<>();
                    checks.add(operations.isAt(paths.epoch(), fence.version()));
                    pointers.forEach(check -> check.ifPresent(checks::add));
                    return new Basis(checks, now.minus(StoreLimits.KEPT_FOR));
                });
    }

    private Future<Optional<CuratorOp>> pointerCheck(String service) {
        String path = paths.routing() + "/" + service;
        return calls.stat(path).map(found -> found.map(stat -> operations.isAt(path, stat.getVersion())));
    }

    private Future<Integer> publications(Basis basis, ServiceId service) {
        return calls.children(paths.publications(service))
                .map(names -> surplus(names, StoreLimits.KEPT_PUBLICATIONS))
                .compose(names -> Groups.each(names, name -> named(paths.publications(service) + "/" + name)))
                .compose(oldest -> calls.read(paths.pointer(service)).map(live -> forgettable(basis, oldest, live)))
                .compose(old -> transact(basis, old).map(old.size()));
    }

    /** The oldest beyond those that are kept, as many as one transaction removes. */
    private static List<String> surplus(List<String> names, int kept) {
        return names.stream()
                .sorted()
                .limit(Math.min(AT_A_TIME, Math.max(0, names.size() - kept)))
                .toList();
    }

    private List<String> forgettable(Basis basis, List<Optional<Named>> oldest, Optional<Node> live) {
        String inForce = live.map(node -> Stored.read("pointer", node.contents(), Stored.Pointer.class)
                        .publicationId())
                .orElse("");
        return oldest.stream()
                .flatMap(Optional::stream)
                .filter(named -> !named.pointer().publicationId().equals(inForce))
                .filter(named -> named.pointer().publishedAt().isBefore(basis.oldBefore()))
                .map(Named::path)
                .toList();
    }

    private Future<Optional<Named>> named(String path) {
        return calls.read(path)
                .map(found ->
                        found.map(node -> new Named(path, Stored.read(path, node.contents(), Stored.Pointer.class))));
    }

    private Future<Void> plans(Basis basis) {
        return referenced().compose(referenced -> calls.children(paths.plans())
                .map(names -> names.stream()
                        .filter(name -> !referenced.contains(name))
                        .sorted()
                        .limit(AT_A_TIME)
                        .toList())
                .compose(names -> Groups.each(names, name -> oldPlan(basis, paths.plan(name))))
                .compose(old ->
                        remove(basis, old.stream().flatMap(Optional::stream).toList())));
    }

    private Future<Optional<String>> oldPlan(Basis basis, String path) {
        return calls.stat(path).map(found -> found.filter(stat -> madeAt(stat).isBefore(basis.oldBefore()))
                .map(stat -> path));
    }

    private static Instant madeAt(Stat stat) {
        return Instant.ofEpochMilli(stat.getCtime());
    }

    /** The plans that the publications of all services name; the one in force is among them. */
    private Future<Set<String>> referenced() {
        String all = paths.root() + "/publications";
        return calls.children(all)
                .compose(services -> Groups.each(services, service -> referencedUnder(all + "/" + service)))
                .map(sets -> {
                    Set<String> together = new HashSet<>();
                    sets.forEach(together::addAll);
                    return together;
                });
    }

    private Future<List<String>> referencedUnder(String publications) {
        return calls.children(publications)
                .compose(names -> Groups.each(names, name -> named(publications + "/" + name)))
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .flatMap(named -> named.pointer().plans().stream())
                        .toList());
    }

    private Future<Void> segments(Basis basis, String stream) {
        return calls.children(paths.auditStream(stream))
                .map(names -> names.stream()
                        .sorted()
                        .limit(Math.max(0, Math.min(1, names.size() - KEPT_SEGMENTS)))
                        .toList())
                .compose(oldest -> Groups.each(oldest, name -> segment(basis, paths.auditStream(stream) + "/" + name)))
                .mapEmpty();
    }

    private Future<Void> segment(Basis basis, String path) {
        return calls.children(path).compose(entries -> {
            List<String> all = new ArrayList<>(
                    entries.stream().map(entry -> path + "/" + entry).toList());
            all.add(path);
            return remove(basis, all);
        });
    }

    private Future<Void> remove(Basis basis, List<String> removed) {
        return removed.isEmpty() ? Future.succeededFuture() : transact(basis, removed);
    }

    private Future<Void> transact(Basis basis, List<String> removed) {
        List<CuratorOp> all = new ArrayList<>(basis.checks());
        removed.forEach(path -> all.add(operations.delete(path)));
        return calls.transact(all).<Void>mapEmpty().recover(Cleaning::refusal);
    }

    private static Future<Void> refusal(Throwable failure) {
        if (failure instanceof StoreException) {
            return Future.failedFuture(failure);
        }
        Kind kind = Publishing.isFenced(failure) ? Kind.FENCED : Kind.CONFLICT;
        return Future.failedFuture(new StoreException(kind, "cleaning: " + failure.getMessage(), failure));
    }
}
