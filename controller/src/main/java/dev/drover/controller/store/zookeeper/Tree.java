package dev.drover.controller.store.zookeeper;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;

/** Sees to it that the nodes are there under which others are made. Confined to the store's thread. */
final class Tree {

    private static final int MAX_KNOWN = 1_000;
    private static final Packed EMPTY = Packed.read(new byte[0]);

    private final ZooKeeperCalls calls;
    private final Set<String> known = new HashSet<>();

    Tree(ZooKeeperCalls calls) {
        this.calls = calls;
    }

    /** Makes the node and what is above it, unless it is known to be there. */
    Future<Void> ensure(String path) {
        return known.contains(path) ? Future.succeededFuture() : make(path);
    }

    private Future<Void> make(String path) {
        return calls.create(path, EMPTY).onSuccess(made -> remember(path));
    }

    private void remember(String path) {
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        known.add(path);
    }

    /** What was known may be wrong: somebody removed something. */
    void forget() {
        known.clear();
    }
}
