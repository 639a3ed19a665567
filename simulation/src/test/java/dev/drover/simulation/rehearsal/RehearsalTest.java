package dev.drover.simulation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final String DARK =
            """
            why: A region that is dark serves nobody.
            lasts: 20s
            when:
              - dark: {region: east, at: 0s}
            then:
            """;

    @Test
    void whatHoldsPasses() {
        Outcome outcome = rehearse(
                """
                  - verdict: {region: east, is: LOST, by: 3s}
                  - verdict: {region: east, is: DOWN, by: 10s}
                  - verdict: {region: west, isNot: [LOST, DOWN, DEGRADED]}
                  - serving: {region: west, is: 10000, from: 5s}
                  - utilization: {atMost: 0.95}
                  - shed: {is: 0}
                """);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.simulatedSeconds()).isEqualTo(80);
    }

    @Test
    void whatDoesNotHoldFailsAndSaysWhatWasFound() {
        Outcome outcome = rehearse(
                """
                  - verdict: {region: east, is: HEALTHY}
                  - verdict: {region: east, is: LOST, by: 100ms}
                  - verdict: {region: west, is: DOWN, by: 20s}
                  - serving: {region: west, is: 0, at: 20s}
                  - moved: {is: 0}
                """);

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .matches("line 6: at [123]\\d*(ms|s): east is LOST \\(expected: HEALTHY\\)"),
                        fault -> assertThat(fault)
                                .matches("line 7: by 100ms: east is HEALTHY \\(expected: LOST\\); it is so from .* on"),
                        fault -> assertThat(fault)
                                .isEqualTo("line 8: by 20s: west is HEALTHY (expected: DOWN); it never is"),
                        fault -> assertThat(fault)
                                .isEqualTo("line 9: at 20s: west has 10000 slots at a/1 (expected: 0)"),
                        fault -> assertThat(fault)
                                .matches("line 10: from 0s until 20s: moved slots \\d+ \\(expected: 0\\)"));
    }

    @Test
    void theSameScenarioAlwaysGoesTheSameWay() {
        String then = "  - verdict: {region: east, is: LOST, by: 3s}\n";

        assertThat(rehearse(then)).isEqualTo(rehearse(then));
    }

    @Test
    void theStoryTellsWhatHappenedInOrder() {
        Outcome outcome = rehearse("  - verdict: {region: east, is: DOWN, by: 10s}\n");

        assertThat(outcome.story()).extracting(Outcome.Line::text).containsSubsequence("!! region east: DARK");
        assertThat(outcome.story()).extracting(Outcome.Line::seconds).isSorted();
        assertThat(outcome.story())
                .anySatisfy(line -> assertThat(line.text()).startsWith("east is LOST: "))
                .anySatisfy(line -> assertThat(line.text()).startsWith("published epoch 1 revision "))
                .anySatisfy(line -> assertThat(line.text()).startsWith("east is DOWN: "));
    }

    @Test
    void demandIsWhatTheScenarioSays() {
        Outcome outcome = rehearse(
                """
                why: Three times the demand fits nowhere.
                lasts: 3m
                given: {demand: 0.5}
                when:
                  - demand: {factor: 8, at: 30s, until: 90s}
                then:
                  - load: {region: all, atMost: 0.45, until: 30s}
                  - load: {region: west, atLeast: 0.9, by: 90s}
                  - load: {region: all, atMost: 0.6, from: 110s}
                """,
                "");

        assertThat(outcome.faults()).isEmpty();
    }

    private static Outcome rehearse(String then) {
        return rehearse(DARK, then);
    }

    private static Outcome rehearse(String head, String then) {
        return Rehearsal.of(ScenarioFile.parse("dark.yaml", head + then).over(SmallFleet.POLICY));
    }
}
