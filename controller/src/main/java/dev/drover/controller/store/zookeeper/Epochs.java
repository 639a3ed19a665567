package dev.drover.controller.store.zookeeper;

import dev.drover.api.json.Json;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.zookeeper.Settling.Write;
import dev.drover.controller.store.zookeeper.ZooKeeperCalls.Node;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes epochs by compare-and-set. Confined to the store's thread. */
final class Epochs {

    private final ZooKeeperPaths paths;
    private final ZooKeeperCalls calls;
    private final Operations operations;
    private final Settling settling;
    private final InstantSource clock;

    Epochs(ZooKeeperPaths paths, ZooKeeperCalls calls, Operations operations, InstantSource clock) {
        this.paths = paths;
        this.calls = calls;
        this.operations = operations;
        this.settling = new Settling(calls);
        this.clock = clock;
    }

    Future<Fence> take(String controller) {
        return calls.create(paths.root(), Packed.read(new byte[0]))
                .compose(there -> calls.sync(paths.root()))
                .compose(synced -> calls.read(paths.epoch()))
                .compose(found -> take(controller, found));
    }

    private Future<Fence> take(String controller, Optional<Node> found) {
        long last = found.map(this::epochIn).orElse(0L);
        int version = found.map(Node::version).orElse(-1);
        Stored.Epoch next = new Stored.Epoch(
                last + 1, controller, clock.instant(), UUID.randomUUID().toString());
        Write write = new Write(paths.epoch(), version, node -> isAttempt(node, next));
        Packed contents = Packed.pack("epoch", Json.write(next));
        return calls.transact(List.of(operations.replace(paths.epoch(), version, contents)))
                .map(results -> Operations.versionAfter(results.get(0)))
                .recover(failure -> settling.settle(write, failure))
                .map(taken -> new Fence(next.epoch(), taken));
    }

    private long epochIn(Node node) {
        return Stored.read(paths.epoch(), node.contents(), Stored.Epoch.class).epoch();
    }

    private boolean isAttempt(Node node, Stored.Epoch attempt) {
        return Stored.read(paths.epoch(), node.contents(), Stored.Epoch.class)
                .attempt()
                .equals(attempt.attempt());
    }
}
