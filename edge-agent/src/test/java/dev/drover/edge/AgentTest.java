package dev.drover.edge;

import static dev.drover.edge.Given.AGENT;
import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.HOMEPAGE;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.done;
import static dev.drover.edge.Given.id;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.View;
import dev.drover.api.slot.Owner;
import dev.drover.edge.lastknown.FileLastKnownGood;
import dev.drover.edge.probe.ProbeResult;
import dev.drover.edge.probe.Prober;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("realtime")
class AgentTest {

    @TempDir
    private Path state = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Set<RegionId> dead = ConcurrentHashMap.newKeySet();
    private final List<Agent> agents = new ArrayList<>();
    private TestController first = new TestController(vertx);
    private TestController second = new TestController(vertx);

    @BeforeEach
    void twoControllers() {
        dead.clear();
    }

    @AfterEach
    void stopAll() {
        agents.forEach(agent -> done(agent.stop()));
        done(vertx.close());
    }

    private Agent start() {
        return start(List.of(first.uri(), second.uri()), null);
    }

    private Agent start(List<URI> controllers, @Nullable Path bootstrap) {
        AgentConfig config = new AgentConfig(AGENT, HOMEPAGE, controllers, state, bootstrap, "test", agents.size());
        Prober prober = (region, origins, settings, timeout) ->
                Future.succeededFuture(new ProbeResult(!dead.contains(region), 5, null));
        Agent agent = new Agent(vertx, config, AgentPorts.real(vertx, config, prober, registry, AgentEvents.NONE));
        agents.add(agent);
        done(agent.start());
        return agent;
    }

    private void stop(Agent agent) {
        agents.remove(agent);
        done(agent.stop());
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }

    @Test
    void helloComesFirstThenReportsToEveryController() {
        Agent agent = start();

        await().untilAsserted(() -> assertThat(Stream.of(first, second))
                .allSatisfy(controller ->
                        assertThat(controller.heard(AgentMessage.Report.class)).isNotEmpty()));

        AgentMessage.Hello hello = first.heard(AgentMessage.Hello.class).get(0);
        assertThat(hello.agent()).isEqualTo(AGENT);
        assertThat(hello.accepts()).containsExactly("v1");
        assertThat(hello.applied()).isNull();
        assertThat(first.heard(AgentMessage.class).get(0)).isEqualTo(hello);
        assertThat(second.heard(AgentMessage.Report.class).get(0)).isIn(first.heard(AgentMessage.Report.class));
        assertThat(agent.status().sessionsUp()).isEqualTo(2);
        assertThat(agent.status().ready()).isFalse();
    }

    @Test
    void policyIsAppliedOnceAndEveryControllerHearsOfIt() {
        Agent agent = start();
        first.publish(policy(1, 1).sealed());
        await().untilAsserted(() -> assertThat(agent.status().policy()).isEqualTo(id(1, 1)));

        second.publish(policy(1, 1).sealed());

        await().untilAsserted(() ->
                assertThat(second.heard(AgentMessage.Applied.class)).contains(new AgentMessage.Applied(id(1, 1))));
        await().untilAsserted(() ->
                assertThat(first.heard(AgentMessage.Applied.class)).contains(new AgentMessage.Applied(id(1, 1))));
        assertThat(count("drover.agent.policies.adopted")).isEqualTo(1);
    }

    @Test
    void newestCountsFromWhomeverAndTheStaleReplicaIsTold() {
        Agent agent = start();
        first.publish(policy(2, 5).sealed());
        await().untilAsserted(() -> assertThat(agent.status().policy()).isEqualTo(id(2, 5)));

        second.publish(policy(1, 9).sealed());

        await().untilAsserted(() ->
                assertThat(second.heard(AgentMessage.Refused.class)).hasSize(1));
        assertThat(second.heard(AgentMessage.Refused.class).get(0))
                .isEqualTo(new AgentMessage.Refused(
                        id(1, 9), "older: epoch 1 revision 9 (expected: newer than epoch 2 revision 5)"));
        assertThat(agent.status().policy()).isEqualTo(id(2, 5));
    }

    @Test
    void brokenAndUnknownMessagesChangeNothing() {
        Agent agent = start();
        first.publish(policy(1, 1).sealed());
        await().untilAsserted(() -> assertThat(agent.status().ready()).isTrue());

        first.say("{\"type\":\"song\",\"verse\":1}");
        first.say("[[[[");
        first.say(Json.write(new ControllerMessage.Policy(new SealedPolicy("00", "{}"))));

        await().untilAsserted(() ->
                assertThat(first.heard(AgentMessage.Refused.class)).hasSize(2));
        assertThat(first.heard(AgentMessage.Refused.class))
                .allMatch(refused -> refused.policy() == null)
                .anyMatch(refused -> refused.reason().startsWith("unreadable: policy hash: "));
        assertThat(count("drover.agent.session.unknown")).isEqualTo(1);
        assertThat(count("drover.agent.session.unreadable")).isEqualTo(1);
        assertThat(agent.status().sessionsUp()).isEqualTo(2);
        assertThat(agent.status().policy()).isEqualTo(id(1, 1));
    }

    @Test
    void agentComesBackToAControllerThatRestartedAndSaysWhatItApplied() {
        Agent agent = start();
        first.publish(policy(1, 1).sealed());
        await().untilAsserted(() -> assertThat(agent.status().ready()).isTrue());

        first.dropAll();

        await().untilAsserted(
                        () -> assertThat(first.heard(AgentMessage.Hello.class)).hasSize(2));
        assertThat(first.heard(AgentMessage.Hello.class).get(1).applied()).isEqualTo(id(1, 1));
        await().untilAsserted(() -> assertThat(agent.status().sessionsUp()).isEqualTo(2));
    }

    @Test
    void goodbyeEndsTheSessionForAsLongAsItAsks() {
        Agent agent = start();
        await().untilAsserted(() -> assertThat(agent.status().sessionsUp()).isEqualTo(2));

        first.say(Json.write(new ControllerMessage.Goodbye("upgrade", 60_000)));

        await().untilAsserted(() -> assertThat(agent.status().sessionsUp()).isEqualTo(1));
        assertThat(first.heard(AgentMessage.Hello.class)).hasSize(1);
    }

    @Test
    void controllerThatNeverGreetsOrFallsSilentIsLeftWithinSeconds() {
        first.fallMute();
        SilentController silent = new SilentController(vertx);
        Agent agent = start(List.of(first.uri(), silent.uri()), null);
        await().untilAsserted(() -> assertThat(agent.status().sessionsUp()).isEqualTo(1));

        await().untilAsserted(
                        () -> assertThat(count("drover.agent.session.failures")).isGreaterThanOrEqualTo(2));

        await().untilAsserted(() -> assertThat(agent.status().sessionsUp()).isZero());
    }

    @Test
    void lostRegionIsReportedWithItsOverlayAndUsersGoElsewhere() {
        Agent agent = start();
        first.publish(policy(1, 1).sealed());
        await().untilAsserted(() -> assertThat(agent.status().ready()).isTrue());

        dead.add(EAST);

        await().untilAsserted(() -> assertThat(agent.status().views()).containsEntry(EAST, View.LOST));
        await().untilAsserted(() -> assertThat(second.heard(AgentMessage.Report.class))
                .anyMatch(report -> report.overlay() != null
                        && Objects.requireNonNull(report.overlay()).region().equals(EAST)));
        assertThat(agent.status().weights()).doesNotContainKey(Owner.of(EAST));
        assertThat(registry.get("drover.agent.region.lost")
                        .tag("region", "us-east-1")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void restartedAgentServesByWhatWasKeptWithoutAnyController() {
        FileLastKnownGood kept = new FileLastKnownGood(vertx, state, null);
        done(kept.keep(id(4, 2), policy(4, 2).sealed()));
        done(kept.applied(id(4, 3)));
        first.stop();
        second.stop();

        Agent agent = start();

        assertThat(agent.status().policy()).isEqualTo(id(4, 2));
        assertThat(agent.status().applied()).isEqualTo(id(4, 3));
        assertThat(agent.status().weights()).containsEntry(Owner.of(WEST), 4_000);
    }

    @Test
    void newestAppliedIsKeptAtOnce() {
        Agent agent = start();
        first.publish(policy(7, 7).sealed());
        await().untilAsserted(() -> assertThat(state.resolve("applied.json")).exists());
        stop(agent);

        Agent restarted = start();

        assertThat(restarted.status().applied()).isEqualTo(id(7, 7));
        await().untilAsserted(() -> assertThat(restarted.status().policy()).isEqualTo(id(7, 7)));
    }

    @Test
    void diskThatTakesNothingIsCountedAndTheAgentServesOn() throws IOException {
        Files.createDirectories(state.resolve("applied.json").resolve("in-the-way"));

        Agent agent = start();
        first.publish(policy(1, 1).sealed());

        await().untilAsserted(
                        () -> assertThat(count("drover.agent.disk.faults")).isGreaterThanOrEqualTo(1));
        assertThat(agent.status().policy()).isEqualTo(id(1, 1));
    }

    @Test
    void agentWithNothingKeptStartsFromTheOperatorsFile() throws IOException {
        Path file = state.resolve("bootstrap.json");
        Files.writeString(file, Json.write(policy(9, 9).sealed()));

        Agent agent = start(List.of(first.uri()), file);

        assertThat(agent.status().policy()).isEqualTo(id(9, 9));
        assertThat(agent.status().applied()).isNull();
    }
}
