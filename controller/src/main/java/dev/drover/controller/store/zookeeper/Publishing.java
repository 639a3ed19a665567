package dev.drover.controller.store.zookeeper;

import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.zookeeper.Settling.Write;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.RefusedException;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.curator.framework.api.transaction.CuratorOp;

/** Writes the plans that are new, then everything else in one transaction. Confined to the store's thread. */
final class Publishing {

    private static final int EPOCH_CHECK = 0;

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    private final Tree tree;
    private final AuditTrail audit;
    private final Operations operations;
    private final Settling settling;
    /* The plans of our last publication. It is the one in force while we lead, so nobody removes them; and if it is
     * not, the transaction fails and they are written again. */
    private final Map<ServiceId, Set<String>> written = new HashMap<>();

    Publishing(ZooKeeperPaths paths, ZooKeeperCalls calls, Tree tree, AuditTrail audit, Operations operations) {
        this.paths = paths;
        this.calls = calls;
        this.tree = tree;
        this.audit = audit;
        this.operations = operations;
        this.settling = new Settling(calls);
    }

    /** A publication made ready: all that could be too large has been weighed. */
    private record Draft(
            Fence fence,
            int pointerVersion,
            Publication publication,
            Map<String, Packed> plans,
            Packed pointer,
            AuditTrail.Entry entry) {

        static Draft of(Fence fence, int pointerVersion, Publication publication) {
            Map<String, Packed> plans = Plans.cut(publication.policy());
            Stored.Pointer pointer = Stored.Pointer.of(publication, List.copyOf(plans.keySet()));
            Packed packed = Packed.pack("publication", Json.write(pointer));
            return new Draft(fence, pointerVersion, publication, plans, packed, AuditTrail.entryOf(publication));
        }

        ServiceId service() {
            return publication.policy().service();
        }
    }

    /** Publishes; the version of the pointer afterwards. */
    Future<Integer> publish(Fence fence, int pointerVersion, Publication publication) {
        Draft draft = Draft.of(fence, pointerVersion, publication);
        return prepare(draft)
                .compose(ready -> commit(draft))
                .onSuccess(version -> written.put(draft.service(), draft.plans().keySet()));
    }

    private Future<Void> prepare(Draft draft) {
        ServiceId service = draft.service();
        Set<String> there = written.getOrDefault(service, Set.of());
        List<String> lacking = draft.plans().keySet().stream()
                .filter(plan -> !there.contains(plan))
                .toList();
        return tree.ensure(paths.plans())
                .compose(made -> tree.ensure(paths.routing()))
                .compose(made -> tree.ensure(paths.publications(service)))
                .compose(made -> audit.prepare(draft.entry()))
                .compose(made -> Groups.each(lacking, plan -> write(draft, plan)))
                .mapEmpty();
    }

    private Future<Void> write(Draft draft, String plan) {
        return calls.create(
                paths.plan(plan), Objects.requireNonNull(draft.plans().get(plan)));
    }

    private Future<Integer> commit(Draft draft) {
        return transact(draft)
                .recover(failure -> mayLackSomething(failure) ? again(draft) : Future.failedFuture(failure))
                .recover(failure -> settle(draft, failure));
    }

    private Future<Integer> again(Draft draft) {
        tree.forget();
        written.remove(draft.service());
        return prepare(draft).compose(ready -> transact(draft));
    }

    private Future<Integer> transact(Draft draft) {
        List<CuratorOp> all = new ArrayList<>();
        all.add(operations.isAt(paths.epoch(), draft.fence().version()));
        draft.plans().keySet().forEach(plan -> all.add(operations.exists(paths.plan(plan))));
        int pointer = all.size();
        all.add(operations.replace(paths.pointer(draft.service()), draft.pointerVersion(), draft.pointer()));
        long revision = draft.publication().policy().id().revision();
        all.add(operations.create(paths.publication(draft.service(), revision), draft.pointer()));
        all.add(audit.add(draft.entry()));
        return calls.transact(all).map(results -> Operations.versionAfter(results.get(pointer)));
    }

    private Future<Integer> settle(Draft draft, Throwable failure) {
        if (isFenced(failure)) {
            return Future.failedFuture(
                    new StoreException(Kind.FENCED, "epoch " + draft.fence().epoch() + " is over", failure));
        }
        String path = paths.pointer(draft.service());
        return settling.settle(
                new Write(path, draft.pointerVersion(), node -> isPointerOf(path, node, draft.publication())), failure);
    }

    private static boolean isPointerOf(String path, Node node, Publication publication) {
        return Stored.read(path, node.contents(), Stored.Pointer.class)
                .publicationId()
                .equals(publication.publicationId());
    }

    private static boolean mayLackSomething(Throwable failure) {
        return Settling.somethingIsMissing(failure) && !isFenced(failure);
    }

    /** Whether a transaction that begins with the check of the epoch was refused for it. */
    static boolean isFenced(Throwable failure) {
        return failure instanceof RefusedException refused && refused.index() == EPOCH_CHECK;
    }
}
