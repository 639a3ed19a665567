package dev.drover.benchmarks.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.drover.decision.solve.Solution;
import dev.drover.decision.solve.Solver;
import dev.drover.decision.solve.Totals;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearByLinearProgramTest {

    @ParameterizedTest
    @ValueSource(strings = {"3x5", "5x60", "12x80"})
    void bothSidesOfTheBenchmarkSolveTheSame(String size) {
        TightFleet fleet = TightFleet.of(size);
        Solution solution = Solver.solve(fleet.problem());
        Totals totals = solution.totals();

        double cost = totals.meanLatencyMs() * Arrays.stream(fleet.demandRps).sum()
                + TightFleet.MOVE_COST_MS * totals.movedRps();

        assertThat(new NearByLinearProgram(fleet).leastCost()).isCloseTo(cost, withinPercentage(0.001));
        assertThat(solution.peakAllowed()).isCloseTo(TightFleet.PEAK, withinPercentage(0.001));
        assertThat(totals.shedRps()).isZero();
    }
}
