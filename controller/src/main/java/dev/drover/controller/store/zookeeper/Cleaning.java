package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ServiceId;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.StoreLimits;
import dev.drover.controller.store.zookeeper.Census.Named;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.curator.framework.api.transaction.CuratorOp;

/**
 * Removes what nobody needs any more: old publications with the plans that no other names, plans that no publication
 * ever came to name, and old segments of the audit. Confined to the store's thread.
 *
 * <p>Each step is one transaction that checks the epoch, so that only the leader cleans, and every pointer, so that
 * nothing is removed that a publication has come to name meanwhile.
 */
final class Cleaning {

    /** How many segments of each stream of the audit are kept: ten thousand entries. */
    static final int KEPT_SEGMENTS = 20;

    private static final int AT_A_TIME = 100;

    /* A longer list of plans is not asked for: it could be too long to be answered. */
    private static final int MAX_LISTED_PLANS = 50_000;

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    private final Operations operations;
    private final Censor censor;

    Cleaning(ZooKeeperPaths paths, ZooKeeperCalls calls, Operations operations) {
        this.paths = paths;
        this.calls = calls;
        this.operations = operations;
        this.censor = new Censor(paths, calls);
    }

    /** What must not change until the end, until when something counts as old, and what there is. */
    private record Work(List<CuratorOp> checks, Instant oldBefore, Census census) {}

    /** What was remembered may be of another leadership, and of another store. */
    void forget() {
        censor.forget();
    }

    Future<Integer> clean(Fence fence, ServiceId service, Instant now) {
        return checks(fence)
                .compose(checks -> transact(checks, List.of()).map(checks))
                .compose(checks ->
                        censor.count().map(census -> new Work(checks, now.minus(StoreLimits.KEPT_FOR), census)))
                .compose(work -> clean(work, service));
    }

    private Future<List<CuratorOp>> checks(Fence fence) {
        return calls.children(paths.routing())
                .compose(services -> Groups.each(services, this::pointerCheck))
                .map(pointers -> {
                    List<CuratorOp> checks = new ArrayList<>();
                    checks.add(operations.isAt(paths.epoch(), fence.version()));
                    pointers.forEach(check -> check.ifPresent(checks::add));
                    return checks;
                });
    }

    private Future<Optional<CuratorOp>> pointerCheck(String service) {
        String path = paths.routing() + "/" + service;
        return calls.stat(path).map(found -> found.map(stat -> operations.isAt(path, stat.getVersion())));
    }

    private Future<Integer> clean(Work work, ServiceId service) {
        List<Named> old = work.census().surplusOf(paths.publications(service), StoreLimits.KEPT_PUBLICATIONS).stream()
                .filter(named -> named.publishedAt().isBefore(work.oldBefore()))
                .limit(AT_A_TIME)
                .toList();
        Future<Void> cleaned = Future.succeededFuture();
        for (Named publication : old) {
            cleaned = cleaned.compose(before -> forget(work, publication));
        }
        return cleaned.compose(forgotten -> orphans(work))
                .compose(removed -> segments(work, AuditTrail.publicationsOf(service)))
                .compose(removed -> segments(work, AuditTrail.policiesOf(service)))
                .compose(removed -> segments(work, AuditTrail.ORDERS))
                .map(old.size());
    }

    private Future<Void> forget(Work work, Named publication) {
        return oldPlans(work, work.census().forget(publication)).compose(plans -> {
            List<String> all = new ArrayList<>(plans);
            all.add(publication.path());
            return transact(work.checks(), all);
        });
    }

    /** Plans that were written for a publication that failed. */
    private Future<Void> orphans(Work work) {
        return calls.stat(paths.plans())
                .compose(found -> found.filter(stat -> stat.getNumChildren() <= MAX_LISTED_PLANS)
                                .isPresent()
                        ? calls.children(paths.plans())
                        : Future.succeededFuture(List.of()))
                .map(names -> names.stream()
                        .filter(name -> !work.census().names(name))
                        .sorted()
                        .limit(AT_A_TIME)
                        .toList())
                .compose(names -> oldPlans(work, names))
                .compose(old -> remove(work, old));
    }

    /** The paths of those plans that are there, and are old. */
    private Future<List<String>> oldPlans(Work work, List<String> names) {
        return Groups.each(names, name -> oldPlan(work, paths.plan(name)))
                .map(old -> old.stream().flatMap(Optional::stream).toList());
    }

    private Future<Optional<String>> oldPlan(Work work, String path) {
        return calls.stat(path).map(found -> found.filter(
                        stat -> Instant.ofEpochMilli(stat.getCtime()).isBefore(work.oldBefore()))
                .map(stat -> path));
    }

    private Future<Void> segments(Work work, String stream) {
        String path = paths.auditStream(stream);
        return calls.children(path).compose(names -> {
            Optional<String> oldest = names.stream().sorted().findFirst();
            return names.size() > KEPT_SEGMENTS && oldest.isPresent()
                    ? segment(work, path + "/" + oldest.get())
                    : Future.succeededFuture();
        });
    }

    private Future<Void> segment(Work work, String path) {
        return calls.children(path).compose(entries -> {
            List<String> all = new ArrayList<>(
                    entries.stream().map(entry -> path + "/" + entry).toList());
            all.add(path);
            return transact(work.checks(), all);
        });
    }

    private Future<Void> remove(Work work, List<String> removed) {
        return removed.isEmpty() ? Future.succeededFuture() : transact(work.checks(), removed);
    }

    private Future<Void> transact(List<CuratorOp> checks, List<String> removed) {
        List<CuratorOp> all = new ArrayList<>(checks);
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
