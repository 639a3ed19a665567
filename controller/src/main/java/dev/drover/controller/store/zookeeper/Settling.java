package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.RefusedException;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.zookeeper.KeeperException.Code;

/**
 * Finds out what became of a write that did not succeed.
 *
 * <p>A lost answer does not say whether the write was done, and a write that is sent again after a lost answer is refused
 * if the first was done. So whatever went wrong: catch up, look, and believe what is there.
 */
final class Settling {

    private final ZooKeeperCalls calls;

    Settling(ZooKeeperCalls calls) {
        this.calls = calls;
    }

    /** A node that was to be replaced: which version of it, and how the new contents are recognised. */
    record Write(String path, int version, Predicate<Node> isOurs) {}

    /**
     * What became of it.
     *
     * @return the version if it was done after all; fails with UNAVAILABLE if it may still be done, else with CONFLICT
     */
    Future<Integer> settle(Write write, Throwable failure) {
        return calls.sync(write.path())
                .compose(synced -> calls.read(write.path()))
                .compose(found -> judge(write, found, failure));
    }

    private static Future<Integer> judge(Write write, Optional<Node> found, Throwable failure) {
        if (found.filter(write.isOurs()).isPresent()) {
            return Future.succeededFuture(found.get().version());
        }
        int version = found.map(Node::version).orElse(-1);
        boolean refused = failure instanceof RefusedException;
        boolean changed = version != write.version();
        return Future.failedFuture(
                refused || changed
                        ? new StoreException(
                                Kind.CONFLICT,
                                write.path() + ": version " + version + " (expected: " + write.version() + "); "
                                        + failure.getMessage(),
                                failure)
                        : failure);
    }

    /** Whether something was missing that should have been there: worth to make it and to try again, once. */
    static boolean somethingIsMissing(Throwable failure) {
        return failure instanceof RefusedException refused && refused.code() == Code.NONODE;
    }
}
