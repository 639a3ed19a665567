package dev.drover.benchmarks.solve;

import dev.drover.decision.solve.Contingencies;
import dev.drover.decision.solve.Contingency;
import dev.drover.decision.solve.Solver;
import dev.drover.decision.solve.SteeringProblem;
import dev.drover.decision.solve.Weights;
import java.util.List;
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
 * How long does it take to solve a fleet from scratch, and with the loss of each of its regions?
 *
 * <p>On one core, warm, every region tight. The reference figures are the least of a run on a machine of two cores that
 * had other work: a median wants a quiet one.
 *
 * <pre>
 *                  base: budget, least     with contingencies: budget, least
 * 20 x 1,000             3 ms,   2.0 ms                 25 ms,   9.0 ms
 * 50 x 2,000            20 ms,    13 ms                250 ms,   110 ms
 * 50 x 10,000           60 ms,    47 ms (of processor) 1,000 ms, 500 ms (of processor)
 * linear program, near alone, 20 x 1,000: 4,600 ms
 * </pre>
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class SolveBenchmark {

    /** Drover's solver. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // filled in by JMH, then by the set-up
    public static class Fleet {

        /** Regions x edges. */
        @Param({"20x1000", "50x2000", "50x10000"})
        public String size;

        SteeringProblem problem;

        /** Makes the fleet. */
        @Setup
        public void make() {
            problem = TightFleet.of(size).problem();
        }
    }

    /** The library on the smallest of the same fleets. */
    @State(Scope.Benchmark)
    public static class Reference {

        final NearByLinearProgram program = new NearByLinearProgram(TightFleet.of("20x1000"));
    }

    /** Serve, cool, near, whole slots. */
    @Benchmark
    public Weights base(Fleet fleet) {
        return Solver.solve(fleet.problem).weights();
    }

    /** The same, and the understudies for the loss of each region. */
    @Benchmark
    public List<Contingency> withContingencies(Fleet fleet) {
        return Contingencies.of(Solver.solve(fleet.problem).weights());
    }

    /** The last goal alone, by ojAlgo. */
    @Benchmark
    public double linearProgram(Reference reference) {
        return reference.program.leastCost();
    }
}
