package dev.drover.benchmarks.decide;

import dev.drover.decision.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a decision take that changes nothing, as nearly all do, twice a second?
 *
 * <p>Budget: a tenth of the time between two, 50 ms, for the largest fleet.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled in by JMH, then by the set-up
public class DecideBenchmark {

    /** Regions x edges: the demo's, and the largest fleet that one service is designed for. */
    @Param({"3x5", "20x1000"})
    public String size;

    private SteadyFleet fleet;

    /** Lets the fleet come to rest. */
    @Setup
    public void settle() {
        fleet = SteadyFleet.of(size);
    }

    /** Judge, rotate, plan, explain; to the conclusion that nothing is to be published. */
    @Benchmark
    public Decision nothingChanges() {
        return fleet.decide();
    }
}
