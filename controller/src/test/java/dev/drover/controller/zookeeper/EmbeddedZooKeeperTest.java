package dev.drover.controller.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("zookeeper")
class EmbeddedZooKeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    @Test
    void dataOutlivesTheServer(@TempDir Path directory) throws Exception {
        EmbeddedZooKeeper first = EmbeddedZooKeeper.start(0, directory);
        int port = first.port();
        try (ZooKeeperClient client = ZooKeeperClient.open(ZooKeeperSettings.of(first.servers()))) {
            client.curator().create().forPath("/kept", new byte[] {42});
            first.close();

            try (EmbeddedZooKeeper second = EmbeddedZooKeeper.start(port, directory)) {
                assertThat(second.port()).isEqualTo(port);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                client.curator().getData().forPath("/kept"))
                        .containsExactly(42));
            }
        }
    }

    @Test
    void noThreadOfItKeepsTheProcessAlive(@TempDir Path directory) {
        Set<Thread> before = threads();
        try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start(0, directory)) {
            List<Thread> made = threads().stream()
                    .filter(thread -> !before.contains(thread))
                    .toList();

            assertThat(server.servers()).startsWith("127.0.0.1:");
            assertThat(made).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void takenPortIsSaid(@TempDir Path directory) {
        try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start(0, directory)) {
            assertThatThrownBy(() -> EmbeddedZooKeeper.start(server.port(), directory.resolve("other")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot start on port " + server.port());
        }
    }

    @Test
    void sessionTimeoutIsWhatWasAskedFor(@TempDir Path directory) throws Exception {
        try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start(0, directory);
                ZooKeeperClient client = ZooKeeperClient.open(ZooKeeperSettings.of(server.servers()))) {
            assertThat(client.curator().blockUntilConnected(10, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(client.curator().getZookeeperClient().getLastNegotiatedSessionTimeoutMs())
                    .isEqualTo((int) ZooKeeperSettings.SESSION_TIMEOUT.toMillis());
        }
    }

    @Test
    void clientsLeaveNoThreadsBehind(@TempDir Path directory) throws Exception {
        try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start(0, directory)) {
            openAndClose(server);
            Set<Thread> before = threads();

            for (int client = 0; client < 10; client++) {
                openAndClose(server);
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(threads().stream().filter(thread -> !before.contains(thread)))
                            .extracting(Thread::getName)
                            .noneMatch(name -> name.contains("Curator")
                                    || name.contains("drover")
                                    || name.contains("SendThread")
                                    || name.contains("EventThread")));
        }
    }

    private static void openAndClose(EmbeddedZooKeeper server) throws Exception {
        try (ZooKeeperClient client = ZooKeeperClient.open(ZooKeeperSettings.of(server.servers()))) {
            assertThat(client.curator().blockUntilConnected(10, TimeUnit.SECONDS))
                    .isTrue();
        }
    }
}
