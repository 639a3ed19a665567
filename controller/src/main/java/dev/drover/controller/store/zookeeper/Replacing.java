package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.zookeeper.Settling.Write;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import io.vertx.core.Future;
import java.util.List;

/** Replaces a single node, with an entry in the audit. Confined to the store's thread. */
final class Replacing {

    private final ZooKeeperCalls calls;
    private final Tree tree;
    private final AuditTrail audit;
    private final Operations operations;
    private final Settling settling;

    Replacing(ZooKeeperCalls calls, Tree tree, AuditTrail audit, Operations operations) {
        this.calls = calls;
        this.tree = tree;
        this.audit = audit;
        this.operations = operations;
        this.settling = new Settling(calls);
    }

    /** What replaces which version of which node. */
    record Change(String parent, String path, int version, Packed contents, AuditTrail.Entry entry) {

        Write write() {
            return new Write(path, version, this::isDone);
        }

        private boolean isDone(Node node) {
            return node.version() == version + 1 && node.contents().equals(contents);
        }
    }

    /** Does it; the version of the node afterwards. */
    Future<Integer> replace(Change change) {
        return attempt(change)
                .recover(failure -> Settling.somethingIsMissing(failure) ? again(change) : Future.failedFuture(failure))
                .recover(failure -> settling.settle(change.write(), failure));
    }

    private Future<Integer> again(Change change) {
        tree.forget();
        return attempt(change);
    }

    private Future<Integer> attempt(Change change) {
        return tree.ensure(change.parent())
                .compose(there -> audit.prepare(change.entry()))
                .compose(ready -> calls.transact(List.of(
                        operations.replace(change.path(), change.version(), change.contents()),
                        audit.add(change.entry()))))
                .map(results -> Operations.versionAfter(results.get(0)));
    }
}
