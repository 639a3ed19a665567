package dev.drover.controller.store.zookeeper;

import static dev.drover.controller.store.Publications.HOMEPAGE;
import static dev.drover.controller.store.Publications.under;
import static dev.drover.controller.store.SteeringStoreContract.failure;
import static dev.drover.controller.store.SteeringStoreContract.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drover.api.order.Orders;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.SteeringStoreContract.Heard;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.Versioned;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import dev.drover.controller.zookeeper.FaultyLink;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import dev.drover.controller.zookeeper.ZooKeeperSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says when the line to ZooKeeper, or ZooKeeper itself, fails. */
@Tag("zookeeper")
class ZooKeeperFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SESSION = Duration.ofSeconds(1);

    private final ZooKeeperPaths paths = new ZooKeeperPaths("test");
    private Path directory;
    private EmbeddedZooKeeper server;
    private FaultyLink link;
    private ZooKeeperClient client;
    private SteeringStore store;

    @BeforeEach
    void start(@TempDir Path temporary) {
        directory = temporary;
        server = EmbeddedZooKeeper.start(0, directory);
        link = new FaultyLink(server.port());
        client = ZooKeeperClient.open(new ZooKeeperSettings(link.servers(), SESSION, Duration.ofSeconds(2)));
        store = new ZooKeeperSteeringStore(client, paths, InstantSource.system());
    }

    @AfterEach
    void stop() {
        get(store.close());
        client.close();
        link.close();
        server.close();
    }

    @Test
    void publicationWhoseAnswerWasLostIsPublishedOnce() {
        Fence fence = get(store.takeEpoch("a"));
        Publication publication = under(fence, 1).build();
        link.loseAnswerTo(FaultyLink.TRANSACTION);

        int version = get(store.publish(fence, -1, publication));

        assertThat(link.hasLostIt()).isTrue();
        assertThat(get(store.read(HOMEPAGE)).current()).contains(new Versioned<>(publication, version));
        assertThat(version).isZero();
    }

    @Test
    void ordersWhoseAnswerWasLostAreReplacedOnce() {
        get(store.read(HOMEPAGE));
        link.loseAnswerTo(FaultyLink.TRANSACTION);

        int version = get(store.replaceOrders(-1, Orders.NONE));

        assertThat(link.hasLostIt()).isTrue();
        assertThat(version).isZero();
        assertThat(get(store.read(HOMEPAGE)).orders().version()).isZero();
    }

    @Test
    void epochWhoseAnswerWasLostIsTakenOnce() {
        get(store.read(HOMEPAGE));
        link.loseAnswerTo(FaultyLink.TRANSACTION);

        Fence fence = get(store.takeEpoch("a"));

        assertThat(link.hasLostIt()).isTrue();
        assertThat(fence).isEqualTo(new Fence(1, 0));
        assertThat(get(store.publish(fence, -1, under(fence, 1).build()))).isZero();
    }

    @Test
    void silentLineIsUnavailable() {
        Fence fence = get(store.takeEpoch("a"));
        link.swallow();

        assertThat(failure(store.publish(fence, -1, under(fence, 1).build()))).isEqualTo(Kind.UNAVAILABLE);

        link.mend();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get(store.publish(fence, -1, under(fence, 1).build())) == 0);
    }

    @Test
    void everyTurnOfTheConnectionIsHeard() {
        Heard heard = new Heard();
        store.listen(heard);
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("CONNECTED"));
        int before = heard.connections.length();
        int port = server.port();

        server.close();
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("LOST"));
        server = EmbeddedZooKeeper.start(port, directory);
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("CONNECTED"));

        assertThat(heard.connections.substring(before)).isEqualTo(",SUSPENDED,LOST,CONNECTED");
        Fence fence = get(store.takeEpoch("a"));
        assertThat(fence.epoch()).isEqualTo(1);
    }

    @Test
    void listenerHearsOfChangesAfterItsSessionWasLost() {
        Heard heard = new Heard();
        store.listen(heard);
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("CONNECTED"));
        link.swallow();
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("LOST"));
        link.mend();
        await().atMost(PATIENCE).until(() -> heard.connections.endsWith("CONNECTED"));

        heard.hears(() -> get(store.takeEpoch("a")));
    }

    @Test
    void closedStoreIsUnavailable() {
        get(store.close());

        assertThat(failure(store.read(HOMEPAGE))).isEqualTo(Kind.UNAVAILABLE);
        store = new ZooKeeperSteeringStore(client, paths, InstantSource.system());
    }
}
