package dev.drover.simulation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drover.api.fleet.RegionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFileTest {

    /** Nothing but what has no default; six lines. */
    private static final String MINIMAL =
            """
            why: It matters.
            lasts: 1m
            when:
              - dark: {region: east, at: 0s}
            then:
              - verdict: {region: east, is: LOST, by: 3s}
            """;

    @Test
    void minimalScenarioGetsEveryDefault() {
        Scenario scenario = read(MINIMAL);

        assertThat(scenario.name()).isEqualTo("dark");
        assertThat(scenario.why()).isEqualTo("It matters.");
        assertThat(scenario.seed()).isEqualTo(Scenario.SEED);
        assertThat(scenario.lasts()).isEqualTo(Duration.ofMinutes(1));
        assertThat(scenario.policy()).isEqualTo(SmallFleet.POLICY);
        assertThat(scenario.then()).hasSize(1);
        assertThat(scenario.then().get(0).line()).isEqualTo(6);
        assertThat(scenario.then().get(0).expectation().words()).isEqualTo("east LOST, by 3s");
    }

    @Test
    void whatThePolicyIsGivenDifferentlyIsLaidOverIt() {
        Scenario scenario = read(MINIMAL + "given: {policy: {regions: {east: {capacityRps: 5}}}}\n");

        assertThat(scenario.policy().regions().get(RegionId.of("east")).capacityRps())
                .isEqualTo(5);
        assertThat(scenario.policy().regions().get(RegionId.of("west")))
                .isEqualTo(SmallFleet.POLICY.regions().get(RegionId.of("west")));
    }

    @ParameterizedTest
    @CsvSource({"policies/tests/region-dark.yaml, region-dark", "a.b.yaml, a", ".hidden, .hidden", "C:\\x\\y.yaml, y"})
    void scenarioIsNamedAfterItsFile(String file, String name) {
        assertThat(ScenarioFile.nameOf(file)).isEqualTo(name);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        List<String> faults = faultsOf(
                """
                why: ''
                lasts: soon
                seed: -1
                given: {controlers: 5}
                when:
                  - drak: {region: east, at: 0s}
                  - dark: {region: esat, at: 0s}
                  - dark: {region: east}
                  - dark: {region: east, at: 0s, utnil: 3s}
                then:
                  - verdict: {region: east, is: LSOT}
                  - utilization: {atMost: much}
                  - home: {}
                """);

        assertThat(faults)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:1:1: why: '' (expected: text of 1 to 1000 characters)"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:2:1: lasts: 'soon' (expected: a number and ms, s, m or h, such as"
                                        + " 500ms; at most 24h)"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:3:1: seed: -1 (expected: 0 to 9223372036854775807)"),
                        fault -> assertThat(fault)
                                .startsWith("dark.yaml:4:9: given.controlers: unknown field (expected: one of policy,")
                                .endsWith("); did you mean controllers?"),
                        fault -> assertThat(fault)
                                .startsWith("dark.yaml:6:5: when.0.drak: unknown kind (expected: one of agentClock,")
                                .endsWith("); did you mean dark?"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:7:12: when.1.dark.region: 'esat' (expected: one of east, west, a"
                                        + " list of them, or all); did you mean east?"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:8:5: when.2.dark: at: missing (expected: a number and ms, s, m or"
                                        + " h, such as 500ms)"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:9:34: when.3.dark.utnil: unknown field (expected: one of at,"
                                        + " until, region); did you mean until?"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:11:29: then.0.verdict.is: 'LSOT' (expected: one of healthy,"
                                        + " degraded, lost, down, recovering, unknown)"),
                        fault -> assertThat(fault)
                                .isEqualTo("dark.yaml:12:19: then.1.utilization.atMost: 'much' (expected: a number)"));
    }

    /** What is added begins on line 7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    color: red                      | 7:1: color: unknown field (expected: one of why, policy, seed, lasts, given, when, then)
                    given: 5                        | 7:1: given: 5 (expected: a map)
                    given: {controllers: 6}         | 7:9: given.controllers: 6 (expected: 1 to 5)
                    given: {controllers: 1.5}       | 7:9: given.controllers: 1.5 (expected: a whole number)
                    given: {warmUp: 1s}             | 7:9: given.warmUp: 1s (expected: 10s to 2h)
                    given: {network: {loss: 2}}     | 7:19: given.network.loss: 2 (expected: 0 to 0.3)
                    given: {network: {lost: 0}}     | 7:19: given.network.lost: unknown field (expected: one of delay, loss, repeated); did you mean loss?
                    given: {policy: {judge: {x: 1}}} | 7:26: given.policy.judge.x: unknown field (expected: one of backAfter,
                    given: {policy: []}             | 7:9: given.policy: an empty list (expected: a map)
                    """)
    void faultOfTheHeadIsNamedByItsLineAndColumn(String added, String fault) {
        assertThat(faultsOf(MINIMAL + added + "\n")).singleElement().asString().startsWith("dark.yaml:" + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dark: {region: east, at: 2m}    | 4:26: when.0.dark.at: after the end of the scenario
                    dark: {region: east, at: 5s, until: 5s} | 4:34: when.0.dark.until: not after at (expected: later)
                    dark: {region: [], at: 0s}      | 4:12: when.0.dark.region: an empty list (expected: one of east, west,
                    dark: {at: 0s}                  | 4:5: when.0.dark: region: missing (expected: one of east, west, a list of them, or all)
                    dark: east                      | 4:5: when.0.dark: 'east' (expected: at: ..., until: ..., region: ...)
                    drak: {region: east, at: 0s}    | 4:5: when.0.drak: unknown kind (expected: one of agentClock,
                    failing: {region: east, at: 0s, ratio: 2} | 4:37: when.0.failing.ratio: 2 (expected: 0 to 1)
                    flapping: {region: east, at: 0s, down: 1ms, up: 1s} | 4:38: when.0.flapping.down: 1ms (expected: 100ms at least)
                    evacuate: {region: east, at: 0s, pace: slow} | 4:38: when.0.evacuate.pace: 'slow' (expected: one of planned, emergency)
                    controllerCrash: {controller: 4, at: 0s} | 4:23: when.0.controllerCrash.controller: 4 (expected: one of 1, 2, 3, a list
                    agentClock: {at: 0s}            | 4:5: when.0.agentClock.ahead: both of ahead and behind, or neither
                    storeGoesBack: {at: 5s, to: 5s} | 4:29: when.0.storeGoesBack.to: not before at (expected: earlier)
                    5                               | 4:5: when.0: 5 (expected: one of agentClock,
                    {dark: {region: east, at: 0s}, slow: {}} | 4:36: when.0.slow: a second key (expected: one key an item;
                    """)
    void faultOfAnIncidentIsNamedByItsLineAndColumn(String item, String fault) {
        String text = MINIMAL.replace("dark: {region: east, at: 0s}", item);

        assertThat(faultsOf(text)).singleElement().asString().startsWith("dark.yaml:" + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verdict: {region: east}         | 6:5: then.0.verdict.is: both of is and isNot, or neither
                    verdict: {region: east, is: UP} | 6:29: then.0.verdict.is: 'UP' (expected: one of healthy, degraded, lost, down,
                    verdict: {region: east, is: DOWN, at: 1s, by: 2s} | 6:47: then.0.verdict.by: beside at (expected: either)
                    verdict: {region: east, is: DOWN, from: 9s, until: 2s} | 6:49: then.0.verdict.until: 2s (expected: from is not later)
                    verdict: {region: east, is: DOWN, by: 2m} | 6:39: then.0.verdict.by: after the end of the scenario
                    weight: {region: east}          | 6:5: then.0.weight.atMost: missing (expected: is, atLeast or atMost)
                    weight: {region: east, is: 1, atMost: 2} | 6:28: then.0.weight.is: beside atLeast or atMost (expected: either)
                    weight: {region: east, atLeast: 3, atMost: 2} | 6:28: then.0.weight.atLeast: 3 (expected: not more than atMost, 2)
                    weight: {region: east, atMost: 10001} | 6:28: then.0.weight.atMost: 10001 (expected: 0 to 10000)
                    weight: {region: north, is: 0}  | 6:14: then.0.weight.region: 'north' (expected: one of east, west, shed, a list
                    publications: {cause: magic, is: 0} | 6:20: then.0.publications.cause: 'magic' (expected: one of bootstrapped,
                    told: {text: ' '}               | 6:12: then.0.told.text: ' ' (expected: text of 1 to 1000 characters)
                    """)
    void faultOfAnExpectationIsNamedByItsLineAndColumn(String item, String fault) {
        String text = MINIMAL.replace("verdict: {region: east, is: LOST, by: 3s}", item);

        assertThat(faultsOf(text)).singleElement().asString().startsWith("dark.yaml:" + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n", "why: [\n", "why: a\nwhy: b\n"})
    void whatIsNoScenarioAtAllIsRefused(String text) {
        assertThat(faultsOf(text)).singleElement().asString().startsWith("dark.yaml:");
    }

    private static Scenario read(String text) {
        return ScenarioFile.parse("dark.yaml", text).over(SmallFleet.POLICY);
    }

    private static List<String> faultsOf(String text) {
        UnreadableScenarioException thrown = catchThrowableOfType(UnreadableScenarioException.class, () -> read(text));
        assertThat(thrown).as("what is wrong with\n%s", text).isNotNull();
        return thrown.faults();
    }
}
