package dev.drover.decision.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.api.slot.Slots;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random problems; {@code -Ddrover.solver.instances=2000} for all of them. */
class SolverPropertyTest {

    private static final int INSTANCES = Integer.getInteger("drover.solver.instances", 300);
    private static final int BATCH = 50;
    /** Beyond it, a linear program in floating point is no reference. */
    private static final double LINEAR_SPAN = 1e5;

    static LongStream batches() {
        return LongStream.rangeClosed(0, (INSTANCES - 1) / BATCH);
    }

    static LongStream seeds(long batch) {
        return LongStream.range(batch * BATCH, Math.min(INSTANCES, (batch + 1) * BATCH));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void whatIsServedIsTheMostAndFair(long batch) {
        seeds(batch).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Solution solution = Solver.solve(problem);
            double[] fair = new EverySet(problem).fairShares();
            for (int edge = 0; edge < fair.length; edge++) {
                assertThat(servedShare(solution, edge))
                        .as("seed %d edge %d", seed, edge)
                        .isCloseTo(fair[edge], within(2e-5));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void thePeakIsTheLowest(long batch) {
        seeds(batch).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Solution solution = Solver.solve(problem);
            EverySet reference = new EverySet(problem);
            double lowest = reference.lowestPeak(reference.fairShares());
            assertThat(solution.peakAllowed()).as("seed %d", seed).isCloseTo(lowest, within(1e-6));
            assertThat(solution.totals().peak()).as("seed %d", seed).isLessThanOrEqualTo(lowest + 1e-6);
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void nobodyCanTradePlacesToAnyonesGain(long batch) {
        seeds(batch).forEach(seed -> assertThat(new Optimality(Solver.solve(Instances.of(seed))).bestTradeMs())
                .as("seed %d", seed)
                .isCloseTo(0, within(1e-4)));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void aLinearProgramFindsNothingBetter(long batch) {
        seeds(batch).filter(seed -> span(Instances.of(seed)) < LINEAR_SPAN).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Solution solution = Solver.solve(problem);
            Totals totals = solution.totals();
            LinearProgram reference = new LinearProgram(problem);
            double total = problem.totalDemandRps();
            double[] served = servedShares(solution);
            double least = leastPlacedShare(solution);
            assertThat(total - totals.shedRps())
                    .as("serve, seed %d", seed)
                    .isCloseTo(reference.mostServedRps(), within(1e-6 * total + 1e-9));
            assertThat(least).as("fair, seed %d", seed).isCloseTo(reference.largestShareForAll(), within(1e-6));
            assertThat(solution.peakAllowed())
                    .as("cool, seed %d", seed)
                    .isCloseTo(Math.max(problem.utilization().target(), reference.lowestPeak(served)), within(1e-6));
            assertThat(totals.meanLatencyMs() * (total - totals.shedRps()) + problem.moveCostMs() * totals.movedRps())
                    .as("near, seed %d", seed)
                    .isCloseTo(
                            reference.leastCost(served, solution.peakAllowed() * (1 + 1e-9)),
                            within(1e-4 * total + 1e-9));
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void slotsAddUpAndNoRegionIsAboveItsMaximum(long batch) {
        seeds(batch).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Solution solution = Solver.solve(problem);
            int[] slots = solution.weights().slots;
            int owners = problem.owners();
            double slotOfAll = problem.totalDemandRps() / Slots.COUNT;
            for (int edge = 0; edge < problem.edges().size(); edge++) {
                int sum = 0;
                for (int place = edge * owners; place < (edge + 1) * owners; place++) {
                    sum += slots[place];
                    assertThat(Math.abs(slots[place] - solution.share[place] * Slots.COUNT))
                            .as("seed %d edge %d", seed, edge)
                            .isLessThan(owners);
                }
                assertThat(sum).as("seed %d edge %d", seed, edge).isEqualTo(Slots.COUNT);
            }
            Totals totals = solution.weights().totals();
            assertThat(totals.peak())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(problem.utilization().max() * (1 + 2e-9));
            assertThat(totals.shedRps())
                    .as("seed %d", seed)
                    .isCloseTo(solution.totals().shedRps(), within(owners * slotOfAll + 1e-9));
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void whatIsSolvedAgainFromItsOwnSlotsHardlyMoves(long batch) {
        seeds(batch).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Weights first = Solver.solve(problem).weights();
            SteeringProblem again = Rebuilt.of(problem).previous(first).build();
            double slotForEachOwner = problem.owners() * problem.totalDemandRps() / Slots.COUNT;
            assertThat(Solver.solve(again).weights().totals().movedRps())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(slotForEachOwner);
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void otherNamesChangeNoGoal(long batch) {
        seeds(batch).forEach(seed -> {
            SteeringProblem problem = Instances.of(seed);
            Totals totals = Solver.solve(problem).totals();
            Totals renamed = Solver.solve(Rebuilt.of(problem).renamed(seed)).totals();
            double total = problem.totalDemandRps();
            assertThat(renamed.shedRps()).as("seed %d", seed).isCloseTo(totals.shedRps(), within(1e-9 * total));
            double target = problem.utilization().target();
            assertThat(Math.max(target, renamed.peak()))
                    .as("seed %d", seed)
                    .isCloseTo(Math.max(target, totals.peak()), within(1e-6));
            assertThat(cost(problem, renamed))
                    .as("seed %d", seed)
                    .isCloseTo(cost(problem, totals), within(1e-6 * (1 + total)));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLargeFleetIsSolvedExactlyToo(long seed) {
        SteeringProblem problem = Instances.large(20, 600, seed);
        Solution solution = Solver.solve(problem);

        assertThat(new Optimality(solution).bestTradeMs()).isCloseTo(0, within(1e-4));
        assertThat(solution.totals().shedRps()).isZero();
        assertThat(solution.totals().peak())
                .isCloseTo(0.9 * problem.utilization().max(), within(1e-9));
        assertThat(solution.weights().totals().peak())
                .isLessThan(problem.utilization().max());
    }

    private static double cost(SteeringProblem problem, Totals totals) {
        return totals.meanLatencyMs() * (problem.totalDemandRps() - totals.shedRps())
                + problem.moveCostMs() * totals.movedRps();
    }

    private static double span(SteeringProblem problem) {
        List<Double> positive = DoubleStream.concat(
                        Arrays.stream(problem.demandRps), Arrays.stream(problem.capacityRps))
                .filter(rps -> rps > 0)
                .sorted()
                .boxed()
                .toList();
        return positive.isEmpty() ? 1 : positive.get(positive.size() - 1) / positive.get(0);
    }

    private static double[] servedShares(Solution solution) {
        double[] served = new double[solution.problem().edges().size()];
        for (int edge = 0; edge < served.length; edge++) {
            served[edge] = servedShare(solution, edge);
        }
        return served;
    }

    private static double leastPlacedShare(Solution solution) {
        SteeringProblem problem = solution.problem();
        double least = 1;
        for (int edge = 0; edge < problem.edges().size(); edge++) {
            boolean placed = false;
            for (int region = 0; region < problem.regions().size(); region++) {
                placed |= problem.allows(edge, region) && problem.capacityRps[region] > 0;
            }
            least = placed && problem.demandRps[edge] > 0 ? Math.min(least, servedShare(solution, edge)) : least;
        }
        return least;
    }

    private static double servedShare(Solution solution, int edge) {
        int owners = solution.problem().owners();
        return 1 - solution.share[(edge + 1) * owners - 1];
    }
}
