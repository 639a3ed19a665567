package dev.drover.benchmarks.pick;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.edge.route.Route;
import dev.drover.edge.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the choice of a region cost each request, in time and, with {@code -prof gc}, in memory?
 *
 * <p>Budget: 200 ns, and no memory but the bytes of the key.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class PickBenchmark {

    private static final int REGIONS = 20;
    private static final int USERS = 4096; // a power of two

    private final RouteTable routes = RouteTable.of(table());
    private final String[] keys =
            IntStream.range(0, USERS).mapToObj(user -> "user-" + user * 7919).toArray(String[]::new);
    private int next;

    /** A user's key to the region and its understudy, as the proxy does for each request. */
    @Benchmark
    public Route pick() {
        next = (next + 1) & (USERS - 1);
        return routes.of(keys[next]);
    }

    /** The hash of the key alone. */
    @Benchmark
    public int slotOfKey() {
        next = (next + 1) & (USERS - 1);
        return Slots.of(keys[next]);
    }

    private static SlotTable table() {
        List<SlotRun> runs = new ArrayList<>();
        int size = Slots.COUNT / REGIONS;
        for (int region = 0; region < REGIONS; region++) {
            Owner owner = owner(region);
            runs.add(new SlotRun(region * size, (region + 1) * size - 1, owner, owner((region + 1) % REGIONS), owner));
        }
        return SlotTable.of(runs);
    }

    private static Owner owner(int region) {
        return Owner.of(RegionId.of("region-" + region));
    }
}
