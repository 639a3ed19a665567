package dev.drover.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import dev.drover.cli.Markdown;
import dev.drover.cli.processes.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One story, for its world takes long to start; what its parts wrote is in {@code target/processes} afterwards. */
class ProcessesIT {

    private static final Path DIRECTORY = Path.of("target/processes");
    private static final String CARRIES_ZOOKEEPER = World.CONTROLLERS.get(0);
    private static final String LOST = "us-east-1";
    private static final Duration LOAD = Duration.ofSeconds(30);
    /** As much as one part of three may lose in the second before its edges act. */
    private static final double MOST_FAILED = 0.01;

    /** A curl that only reads. */
    private static final Pattern READ = Pattern.compile(
            "^curl (?!.*-(?:X|d|-data) )(?!.*\\\\$).*http://127\\.0\\.0\\.1:(\\d+)(/\\S*)", Pattern.MULTILINE);

    private World world;

    @BeforeEach
    void prepare() throws IOException {
        if (Files.exists(DIRECTORY)) {
            try (Stream<Path> files = Files.walk(DIRECTORY)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        world = new World(Files.createDirectories(DIRECTORY));
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void usersAreServedOnWhileRegionsAndControllersAreKilled() {
        everythingComesUp();
        everyPageThatTheReadmeAsksForIsThere();
        usersArriveAtEveryEdge();
        aKilledRegionIsLeftAndComesBack();
        zooKeeperIsGoneForAWhile();
        aKilledLeaderIsSucceeded();
        anEvacuationIsOrdered();

        World.EDGES.forEach(this::hardlyAnyUserNoticed);
    }

    private void everythingComesUp() {
        world.startRegionsAndControllers();
        World.REGIONS.forEach(region -> within(60).until(() -> world.serves(region)));
        world.startAgents();
        World.EDGES.forEach(edge -> within(60).until(() -> world.isReady(edge)));
        within(60).untilAsserted(() -> {
            assertThat(world.ask("/v1/regions").path("items"))
                    .hasSize(World.REGIONS.size())
                    .allSatisfy(region -> assertThat(
                                    region.path("verdict").path("verdict").asText())
                            .isEqualTo("HEALTHY"));
            assertThat(world.ask("/v1/edges").path("items"))
                    .hasSize(World.EDGES.size())
                    .allSatisfy(edge -> assertThat(edge.path("overlays")).isEmpty());
        });
        Ended status = world.run("status", "--output", "json");
        assertThat(status.exitCode()).isZero();
        assertThat(Json.readTree(status.out()).path("regions")).hasSize(World.REGIONS.size());
        assertThat(Json.readTree(status.out()).path("status").path("build").asText())
                .matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private void everyPageThatTheReadmeAsksForIsThere() {
        List<MatchResult> pages = Markdown.blocks("README.md", "sh").stream()
                .flatMap(block -> READ.matcher(block).results())
                .toList();
        assertThat(pages).hasSizeGreaterThan(4).allSatisfy(page -> assertThat(
                        world.statusOf(Integer.parseInt(page.group(1)), page.group(2)))
                .as(page.group())
                .isEqualTo(200));
    }

    private void usersArriveAtEveryEdge() {
        World.EDGES.forEach(edge -> world.startLoad(edge, LOAD));
        within(20).untilAsserted(() -> assertThat(world.ask("/v1/agents").path("items"))
                .allSatisfy(agent ->
                        assertThat(agent.path("users").path("arrived").asLong()).isPositive()));
    }

    private void aKilledRegionIsLeftAndComesBack() {
        within(10).untilAsserted(() -> assertThat(weight(LOST)).isPositive());
        world.kill(LOST);
        within(10).until(() -> verdict(LOST), List.of("LOST", "DOWN")::contains);
        within(15).untilAsserted(() -> assertThat(weight(LOST)).isZero());
        world.startRegion(LOST);
        within(60).untilAsserted(() -> assertThat(weight(LOST)).isPositive());
    }

    /** Once it is back its old session runs out, and with it its claim to lead: another controller is first in line. */
    private void zooKeeperIsGoneForAWhile() {
        JsonNode before = leadership();
        world.kill(CARRIES_ZOOKEEPER);
        world.startController(CARRIES_ZOOKEEPER);
        within(40)
                .until(
                        this::status,
                        now -> isSucceeded(before, now) && !leaderOf(now).equals(CARRIES_ZOOKEEPER));
    }

    private void aKilledLeaderIsSucceeded() {
        JsonNode before = leadership();
        world.kill(leaderOf(before));
        JsonNode after = within(20).until(this::status, now -> isSucceeded(before, now));
        assertThat(leaderOf(after)).isNotEqualTo(leaderOf(before));
        assertThat(epochOf(after)).isEqualTo(epochOf(before) + 1);
    }

    private void anEvacuationIsOrdered() {
        Ended evacuation = world.run(
                "evacuate", "us-west-2", "--reason", "the test asks for it", "--pace", "emergency", "--yes", "--wait");

        assertThat(evacuation.exitCode()).as(evacuation.out()).isZero();
        within(10).untilAsserted(() -> assertThat(weight("us-west-2")).isZero());
    }

    private void hardlyAnyUserNoticed(String edge) {
        JsonNode load = world.load(edge);
        assertThat(load.path("total").asLong()).isGreaterThan(500);
        assertThat(load.path("failed").asDouble() / load.path("total").asDouble())
                .as(load.toString())
                .isLessThanOrEqualTo(MOST_FAILED);
    }

    private JsonNode status() throws IOException, InterruptedException {
        return world.ask("/v1/status");
    }

    private JsonNode leadership() {
        return within(10).until(this::status, now -> !leaderOf(now).isEmpty());
    }

    /** Whether a leader has published since, in an epoch of its own. */
    private static boolean isSucceeded(JsonNode before, JsonNode now) {
        return !leaderOf(now).isEmpty() && epochOf(now) > epochOf(before);
    }

    private static String leaderOf(JsonNode status) {
        return status.path("leader").asText();
    }

    private static long epochOf(JsonNode status) {
        return status.path("policy").path("epoch").asLong();
    }

    private int weight(String region) throws IOException, InterruptedException {
        return world.region(region).path("weight").asInt();
    }

    private String verdict(String region) throws IOException, InterruptedException {
        return world.region(region).path("verdict").path("verdict").asText();
    }

    private static ConditionFactory within(long seconds) {
        return await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
