package dev.drover.cli.policy;

import dev.drover.simulation.rehearsal.Outcome;
import java.util.List;

/**
 * What programs get.
 *
 * @param passed how many scenarios
 * @param failed how many scenarios
 * @param scenarios each of them
 */
record PolicyTestResult(int passed, int failed, List<Outcome> scenarios) {

    static PolicyTestResult of(List<Outcome> outcomes) {
        int passed = (int) outcomes.stream().filter(Outcome::passed).count();
        return new PolicyTestResult(passed, outcomes.size() - passed, List.copyOf(outcomes));
    }
}
