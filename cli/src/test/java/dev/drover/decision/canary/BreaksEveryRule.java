package dev.drover.decision.canary;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;

/** What the core must never do; no product code. */
public final class BreaksEveryRule {

    private int calls;

    /** Reads the clock, throws dice, and depends on hash order. */
    public Map<String, Integer> decide(List<String> regions) {
        calls++;
        Map<String, Integer> weights = new HashMap<>();
        regions.forEach(region -> weights.put(region, new Random(calls).nextInt()));
        weights.put(Instant.now().toString(), Set.copyOf(regions).size());
        weights.putAll(regions.stream().collect(Collectors.toMap(region -> region, String::length)));
        return Map.copyOf(weights);
    }

    /** Knows Vert.x and ZooKeeper. */
    public Future<CreateMode> store() {
        return Future.succeededFuture(CreateMode.EPHEMERAL);
    }

    /** Knows who must not be known. */
    public Object drover() {
        return new dev.drover.cli.terminal.UsageException("never");
    }

    /** Prints. */
    public void print() {
        System.out.println(calls);
    }

    /** Blocks. */
    public void block() throws InterruptedException {
        java.util.concurrent.TimeUnit.SECONDS.sleep(1);
    }
}
