package dev.drover.controller.store.zookeeper;

import static dev.drover.controller.store.Publications.HOMEPAGE;
import static dev.drover.controller.store.Publications.NOW;
import static dev.drover.controller.store.Publications.under;
import static dev.drover.controller.store.SteeringStoreContract.failure;
import static dev.drover.controller.store.SteeringStoreContract.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Orders;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publications;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.StoreLimits;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import dev.drover.controller.zookeeper.ZooKeeperSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.curator.framework.CuratorFramework;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies where, and what becomes of the store if somebody meddles with it. */
@Tag("zookeeper")
class ZooKeeperLayoutTest {

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private static EmbeddedZooKeeper server;
    private static ZooKeeperClient client;
    private static CuratorFramework curator;

    private final ZooKeeperPaths paths = new ZooKeeperPaths("layout-" + CLUSTERS.incrementAndGet());
    private SteeringStore store;
    private Fence fence;

    @BeforeAll
    static void startServer(@TempDir Path directory) {
        server = EmbeddedZooKeeper.start(0, directory);
        client = ZooKeeperClient.open(ZooKeeperSettings.of(server.servers()));
        curator = client.curator();
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @BeforeEach
    void lead() {
        store = withoutMemory();
        fence = get(store.takeEpoch("a"));
    }

    @AfterEach
    void close() {
        get(store.close());
    }

    private List<String> children(String path) throws Exception {
        return curator.getChildren().forPath(path);
    }

    private SteeringStore withoutMemory() {
        return new ZooKeeperSteeringStore(client, paths, InstantSource.system());
    }

    @Test
    void onlyChangedPlansAreWritten() throws Exception {
        SortedMap<EdgeId, SlotTable> edges = Publications.edges(new Random(7), 1_000);
        int version = get(store.publish(fence, -1, under(fence, 1).edges(edges).build()));
        int before = children(paths.plans()).size();
        edges.put(EdgeId.of("edge-500"), Publications.edges(new Random(8), 1).get(EdgeId.of("edge-0")));

        get(store.publish(fence, version, under(fence, 2).edges(edges).build()));

        assertThat(before).isEqualTo(16);
        assertThat(children(paths.plans())).hasSize(before + 1);
    }

    @Test
    void everyChangeIsAuditedOnce() throws Exception {
        int version = get(store.publish(fence, -1, under(fence, 1).build()));
        get(store.publish(fence, version, under(fence, 2).build()));
        get(store.replaceOrders(-1, Orders.NONE));
        get(store.replaceSteeringPolicy(HOMEPAGE, -1, "{}"));
        assertThat(failure(store.replaceOrders(7, Orders.NONE))).isEqualTo(Kind.CONFLICT);

        assertThat(children(paths.auditSegment("publications-homepage", 1))).hasSize(2);
        assertThat(children(paths.auditSegment("policies-homepage", 0))).hasSize(1);
        List<String> orders = children(paths.auditSegment("orders", 0));
        assertThat(orders).hasSize(1);
        byte[] entry = curator.getData().forPath(paths.auditSegment("orders", 0) + "/" + orders.get(0));
        assertThat(new String(entry, StandardCharsets.UTF_8)).contains("\"kind\":\"orders\",\"version\":0");
    }

    @Test
    void cleaningRemovesThePlansThatNobodyNames() throws Exception {
        Instant now = Instant.now();
        int version = -1;
        for (int revision = 1; revision <= StoreLimits.KEPT_PUBLICATIONS + 2; revision++) {
            SortedMap<EdgeId, SlotTable> edges = Publications.edges(new Random(revision), 2);
            version = get(store.publish(
                    fence, version, under(fence, revision).at(now).edges(edges).build()));
        }
        Instant later = now.plusSeconds(3_600);

        assertThat(get(store.clean(fence, HOMEPAGE, now))).isZero();
        assertThat(children(paths.plans())).hasSize(StoreLimits.KEPT_PUBLICATIONS + 2);
        assertThat(get(store.clean(fence, HOMEPAGE, later))).isEqualTo(2);

        assertThat(children(paths.plans())).hasSize(StoreLimits.KEPT_PUBLICATIONS);
        assertThat(get(withoutMemory().readPublication(HOMEPAGE, 3))).isPresent();
        assertThat(get(withoutMemory().read(HOMEPAGE)).current()).isPresent();
    }

    @Test
    void cleaningRemovesTheOldestSegmentOfTheAudit() throws Exception {
        String oldest = paths.auditEntry("orders", 0, "digest");
        for (int segment = 0; segment <= Cleaning.KEPT_SEGMENTS; segment++) {
            long number = (long) segment * ZooKeeperPaths.SEGMENT_ENTRIES;
            curator.create().creatingParentsIfNeeded().forPath(paths.auditEntry("orders", number, "digest"));
        }

        get(store.clean(fence, HOMEPAGE, NOW));

        assertThat(children(paths.auditStream("orders"))).hasSize(Cleaning.KEPT_SEGMENTS);
        assertThat(curator.checkExists().forPath(oldest)).isNull();
    }

    @Test
    void planThatSomebodyRemovedIsWrittenAgain() throws Exception {
        SortedMap<EdgeId, SlotTable> edges = Publications.edges(new Random(3), 3);
        int version = get(store.publish(fence, -1, under(fence, 1).edges(edges).build()));
        curator.delete().forPath(paths.plan(children(paths.plans()).get(0)));

        get(store.publish(fence, version, under(fence, 2).edges(edges).build()));

        assertThat(get(withoutMemory().read(HOMEPAGE))
                        .current()
                        .orElseThrow()
                        .value()
                        .policy()
                        .edges())
                .isEqualTo(edges);
    }

    @Test
    void missingPlanIsSaidAndNotServed() throws Exception {
        get(store.publish(fence, -1, under(fence, 1).build()));
        curator.delete().forPath(paths.plan(children(paths.plans()).get(0)));

        assertThat(failure(withoutMemory().read(HOMEPAGE))).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void changedPlanIsSaidAndNotServed() throws Exception {
        get(store.publish(fence, -1, under(fence, 1).build()));
        curator.setData().forPath(paths.plan(children(paths.plans()).get(0)), new byte[] {'{', '}'});

        assertThat(failure(withoutMemory().read(HOMEPAGE))).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void unreadableNodesAreSaid() throws Exception {
        get(store.replaceOrders(-1, Orders.NONE));
        curator.setData().forPath(paths.orders(), "{\"evacuations\":null}".getBytes(StandardCharsets.UTF_8));

        assertThat(failure(store.read(HOMEPAGE))).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void wipedStoreFencesWhoLed() throws Exception {
        get(store.publish(fence, -1, under(fence, 1).build()));
        curator.delete().deletingChildrenIfNeeded().forPath(paths.root());

        assertThat(failure(store.publish(fence, 0, under(fence, 2).build()))).isEqualTo(Kind.FENCED);
        assertThat(get(store.read(HOMEPAGE)).current()).isEmpty();
        Fence fresh = get(store.takeEpoch("a"));
        assertThat(get(store.publish(fresh, -1, under(fresh, 1).build()))).isZero();
    }

    @Test
    void decisionStateThatDoesNotPackIsTooLarge() {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < 600_000) {
            noise.append(Long.toString(random.nextLong(), Character.MAX_RADIX));
        }

        Kind kind = failure(store.publish(
                fence, -1, under(fence, 1).decisionState(noise.toString()).build()));

        assertThat(kind).isEqualTo(Kind.TOO_LARGE);
        assertThat(get(store.publish(fence, -1, under(fence, 1).build()))).isZero();
    }

    @Test
    void controllerIsShownWhileItIsThere() throws Exception {
        String node = paths.controller("a", "boot-1");
        ControllerPresence presence = ControllerPresence.show(client, paths, "a", "boot-1", "127.0.0.1:7400");
        await().until(() -> curator.checkExists().forPath(node) != null);
        assertThat(curator.getData().forPath(node)).asString().isEqualTo("127.0.0.1:7400");
        curator.delete().forPath(node);
        await().until(() -> curator.checkExists().forPath(node) != null);

        presence.close();

        assertThat(curator.checkExists().forPath(node)).isNull();
    }

    @Test
    void futuresCompleteOnTheContextOfTheCaller() {
        Vertx vertx = Vertx.vertx();
        try {
            Future<Boolean> onIt = Future.future(promise -> vertx.runOnContext(started -> {
                Thread caller = Thread.currentThread();
                store.read(HOMEPAGE)
                        .map(read -> Thread.currentThread() == caller)
                        .onComplete(promise);
            }));

            assertThat(get(onIt)).isTrue();
        } finally {
            get(vertx.close());
        }
    }
}
