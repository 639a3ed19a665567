package dev.drover.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each benchmark once in this process, so that none rots. What it measures says nothing. */
class BenchmarksIT {

    /** A key in UTF-8 and its array's head, and as much again for what else a short run makes. */
    private static final double MOST_BYTES_A_PICK = 96;

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = run(once().include("Solve|Decide").param("size", "3x5"));

        assertThat(new TreeSet<>(results.stream()
                        .map(result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)", "$1"))
                        .toList()))
                .isEqualTo(new TreeSet<>(List.of(
                        "DecideBenchmark.nothingChanges",
                        "SolveBenchmark.base",
                        "SolveBenchmark.linearProgram",
                        "SolveBenchmark.withContingencies")));
    }

    @Test
    void pickingARegionMakesNothingButTheBytesOfTheKey() throws RunnerException {
        Collection<RunResult> results = run(once().include("Pick").addProfiler(GCProfiler.class));

        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())
                .isLessThan(MOST_BYTES_A_PICK));
    }

    private static ChainedOptionsBuilder once() {
        return new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }
}
