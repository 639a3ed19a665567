package dev.drover.controller.election.zookeeper;

import static dev.drover.controller.store.SteeringStoreContract.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drover.controller.election.Election;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.zookeeper.ZooKeeperPaths;
import dev.drover.controller.store.zookeeper.ZooKeeperSteeringStore;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import dev.drover.controller.zookeeper.FaultyLink;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import dev.drover.controller.zookeeper.ZooKeeperSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.ZooDefs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("zookeeper")
class ZooKeeperElectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private static EmbeddedZooKeeper server;

    private final ZooKeeperPaths paths = new ZooKeeperPaths("election-" + CLUSTERS.incrementAndGet());
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final AtomicInteger fatal = new AtomicInteger();
    private FaultyLink link;
    private ZooKeeperClient client;
    private ZooKeeperClient otherClient;
    private ZooKeeperElection a;
    private ZooKeeperElection b;

    @BeforeAll
    static void startServer(@TempDir Path directory) {
        server = EmbeddedZooKeeper.start(0, directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void join() {
        link = new FaultyLink(server.port());
        client = connect(link.servers());
        otherClient = connect(server.servers());
        a = new ZooKeeperElection(client, paths.leader(), "a", fatal::incrementAndGet);
        b = new ZooKeeperElection(otherClient, paths.leader(), "b", fatal::incrementAndGet);
        join("a", a);
        awaitNews("a elected");
    }

    private static ZooKeeperClient connect(String servers) {
        return ZooKeeperClient.open(new ZooKeeperSettings(servers, Duration.ofMillis(1_500), Duration.ofSeconds(2)));
    }

    @AfterEach
    void leave() {
        a.close();
        b.close();
        client.close();
        otherClient.close();
        link.close();
    }

    private void join(String name, Election election) {
        get(election.join(new Election.Listener() {
            @Override
            public void onElected() {
                news.add(name + " elected");
            }

            @Override
            public void onDeposed() {
                news.add(name + " deposed");
            }
        }));
    }

    private void awaitNews(String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(news).containsExactly(expected));
    }

    @Test
    void leavingElectsTheNextAndWhoLeftMayJoinAgain() {
        join("b", b);

        get(a.leave());
        awaitNews("a elected", "a deposed", "b elected");
        join("a", a);
        get(b.leave());

        awaitNews("a elected", "a deposed", "b elected", "b deposed", "a elected");
    }

    @Test
    void electedTwiceOnOneNodeIsTwoEpochs() {
        SteeringStore store = new ZooKeeperSteeringStore(client, paths, InstantSource.system());
        Fence first = get(store.takeEpoch("a"));

        link.cut();

        awaitNews("a elected", "a deposed", "a elected");
        Fence second = get(store.takeEpoch("a"));
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        get(store.close());
    }

    @Test
    void leaderWhoIsCutOffIsDeposedAndAnotherElectedAfterItsSession() {
        join("b", b);

        link.swallow();

        awaitNews("a elected", "a deposed", "b elected");
        link.mend();
        get(b.leave());
        awaitNews("a elected", "a deposed", "b elected", "b deposed", "a elected");
    }

    @Test
    void wipedLatchIsMadeAnew() throws Exception {
        otherClient.curator().delete().deletingChildrenIfNeeded().forPath(paths.leader());

        awaitNews("a elected", "a deposed", "a elected");
        assertThat(otherClient.curator().getChildren().forPath(paths.leader())).hasSize(1);
        assertThat(fatal).hasValue(0);
    }

    @Test
    void latchThatCannotBeMadeIsFatal() throws Exception {
        String closed = new ZooKeeperPaths("election-closed").leader();
        otherClient
                .curator()
                .create()
                .creatingParentsIfNeeded()
                .withACL(ZooDefs.Ids.READ_ACL_UNSAFE)
                .forPath(closed);
        ZooKeeperElection dead = new ZooKeeperElection(connectedForOneSecond(), closed, "dead", fatal::incrementAndGet);

        join("dead", dead);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fatal).hasValue(1));
        assertThat(news).containsExactly("a elected");
        dead.close();
    }

    private ZooKeeperClient connectedForOneSecond() {
        otherClient.close();
        otherClient = ZooKeeperClient.open(
                new ZooKeeperSettings(server.servers(), Duration.ofSeconds(1), Duration.ofSeconds(2)));
        return otherClient;
    }
}
