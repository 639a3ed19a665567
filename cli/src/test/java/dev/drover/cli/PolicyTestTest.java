package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTestTest {

    private static final String SCENARIOS = "../policies/tests";

    @TempDir
    private Path directory;

    @Test
    void scenarioThatHoldsPasses() {
        Console.Result result = Console.run("policy", "test", SCENARIOS + "/homepage/region-dark.yaml");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("SCENARIO +RESULT +LASTED +SAID"),
                        line -> assertThat(line).matches("region-dark +passed +150s +\\d+ expectations held"),
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).isEqualTo("1 scenario, passed"));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void scenarioThatMustFailFailsAndTellsWhatHappened() throws IOException {
        Path file = scenario(
                "too-much.yaml",
                """
                why: Nobody can promise that nobody notices.
                policy: homepage.yaml
                lasts: 20s
                when:
                  - dark: {region: us-east-1, at: 0s}
                then:
                  - verdict: {region: us-east-1, is: HEALTHY}
                  - utilization: {atMost: 0.95}
                """);

        Console.Result result = Console.run("policy", "test", file.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .containsPattern("too-much +FAILED +80s +line 7: at ")
                .contains("Nobody can promise that nobody notices.")
                .contains("0.000 s  !! region us-east-1: DARK")
                .containsPattern("us-east-1 is LOST\\s+\\(expected: HEALTHY\\)")
                .endsWith("1 scenario, FAILED\n");
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void resultForProgramsIsOneDocument() throws IOException {
        Path file = scenario(
                "quiet.yaml",
                """
                why: Nothing happens.
                policy: homepage.yaml
                lasts: 10s
                then:
                  - home: {}
                  - moved: {atLeast: 1}
                """);

        Console.Result result = Console.run("policy", "test", file.toString(), "--output", "json");

        JsonNode document = Json.readTree(result.out());
        assertThat(document.path("passed").asInt()).isZero();
        assertThat(document.path("failed").asInt()).isEqualTo(1);
        JsonNode scenario = document.path("scenarios").path(0);
        assertThat(scenario.path("scenario").asText()).isEqualTo("quiet");
        assertThat(scenario.path("passed").asBoolean()).isFalse();
        assertThat(scenario.path("checks").path(0).has("broken")).isFalse();
        assertThat(scenario.path("checks").path(1).path("line").asInt()).isEqualTo(6);
        assertThat(scenario.path("checks").path(1).path("broken").asText())
                .isEqualTo("from 0s until 10s: moved slots 0 (expected: at least 1)");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void everythingWrongWithTheFilesIsToldAndNothingRuns() throws IOException {
        Path one = scenario("one.yaml", "why: x\npolicy: homepage.yaml\nlasts: 1m\nthen:\n  - hoem: {}\n");
        Path other = scenario("other.yaml", "why: x\npolicy: nowhere.yaml\nlasts: 1m\nthen:\n  - home: {}\n");

        Console.Result result = Console.run("policy", "test", one.toString(), other.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(one + ":5:5: then.0.hoem: unknown kind (expected: one of ")
                                .endsWith("; did you mean home?"),
                        line -> assertThat(line)
                                .isEqualTo(other + ":2:1: policy: no such file (expected: the policy's file, as a path"
                                        + " from here)"));
    }

    @Test
    void scenarioThatNobodyHasIsWrongUsage() {
        Console.Result result = Console.run("policy", "test", SCENARIOS, "--only", "nothing");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().replaceAll("\\s+", " "))
                .startsWith("drover: --only nothing: no such scenario (expected: one of agent-cut-off,");
    }

    @Test
    void directoryWithoutScenariosIsWrongUsage() {
        Console.Result result = Console.run("policy", "test", directory.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().replaceAll("\\s+", " "))
                .contains("no scenario in it (expected: files whose names end in .yaml)");
    }

    @Test
    @Tag("realtime")
    void everyScenarioOfThisRepositoryPasses() {
        Console.Result result = Console.run("policy", "test", SCENARIOS);

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @Test
    @Tag("realtime")
    void theExampleOfThePagePasses() throws IOException {
        String page = Files.readString(Path.of("../docs/policy-tests.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = scenario("example.yaml", page.substring(begin, page.indexOf("```", begin)));

        Console.Result result = Console.run("policy", "test", file.toString(), "--policy", "../policies/homepage.yaml");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private Path scenario(String name, String text) throws IOException {
        Files.writeString(directory.resolve("homepage.yaml"), Files.readString(Path.of("../policies/homepage.yaml")));
        return Files.writeString(directory.resolve(name), text);
    }
}
