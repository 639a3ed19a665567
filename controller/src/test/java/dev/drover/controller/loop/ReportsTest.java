package dev.drover.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.store.memory.InMemorySteeringStore;
import dev.drover.controller.store.memory.MemoryCluster;
import dev.drover.controller.store.memory.MemoryLink;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final String POLICY =
            """
            service: homepage
            regions:
              eu: {capacityRps: 1000, origins: ["http://127.0.0.1:7201"]}
              us: {capacityRps: 500, origins: ["http://127.0.0.1:7202"]}
            edges:
              fra: {expectedDemandRps: 600, latencyMs: {eu: 5, us: 85}}
            """;

    private final List<Runnable> due = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int worked;
    private final SteeringLoop loop = loop();
    private final Reports reports = new Reports(() -> now, loop, this::count);

    private SteeringLoop loop() {
        ControllerMeters meters = new ControllerMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        MemoryCluster cluster = new MemoryCluster(ClusterId.of(UUID.randomUUID().toString()));
        LoopPorts ports = new LoopPorts(
                new InMemorySteeringStore(cluster, new MemoryLink(Runnable::run)),
                new AgentSessions("c1", () -> now, () -> 0, new Random(1), meters.sessions()),
                () -> now,
                (delay, task) -> due.add(task),
                () -> UUID.randomUUID().toString(),
                meters);
        String policy = SteeringPolicies.write(SteeringPolicies.read("reports.yaml", POLICY));
        return new SteeringLoop(
                new LoopSettings("c1", ServiceId.of("homepage"), LoopSettings.Bootstrap.AT_ONCE, policy), ports);
    }

    private <T> Future<T> count(Callable<T> work) {
        worked++;
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
        List<Runnable> ready = List.copyOf(due);
        due.clear();
        ready.forEach(Runnable::run);
    }

    /** A leader waits for the edges that it has not heard before it publishes. */
    private void lead() {
        loop.start();
        loop.onElected();
        pass(LoopSettings.WARM_UP);
        pass(Duration.ZERO);
    }

    private Optional<ContingencyReport> report() {
        return reports.contingencies().result();
    }

    @Test
    void nothingIsReportedBeforeAnythingIsPublished() {
        loop.start();

        assertThat(report()).isEmpty();
        assertThat(reports.shedIfLostRps()).isEmpty();
    }

    @Test
    void whatIsInForceIsReportedRegionByRegion() {
        lead();

        assertThat(report().orElseThrow().losses())
                .extracting(loss -> loss.lost() + " " + loss.survivable())
                .containsExactly("eu false", "us true");
        assertThat(reports.shedIfLostRps())
                .containsOnlyKeys(RegionId.of("eu"), RegionId.of("us"))
                .containsEntry(RegionId.of("us"), 0.0)
                .hasEntrySatisfying(RegionId.of("eu"), rps -> assertThat(rps).isBetween(124.9, 125.1));
    }

    @Test
    void itIsWorkedOutOnceForAllWhoAskWithinTenSeconds() {
        lead();
        ContingencyReport first = report().orElseThrow();

        now = now.plusSeconds(9);
        assertThat(report()).contains(first);
        now = now.plusSeconds(1);
        assertThat(report().orElseThrow().reportedAt())
                .isEqualTo(first.reportedAt().plusSeconds(10));

        assertThat(worked).isEqualTo(2);
    }
}
