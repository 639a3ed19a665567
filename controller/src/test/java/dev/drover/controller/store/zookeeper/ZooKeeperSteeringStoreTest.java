package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.SteeringStoreContract;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import dev.drover.controller.zookeeper.ZooKeeperSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("zookeeper")
class ZooKeeperSteeringStoreTest extends SteeringStoreContract {

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private static EmbeddedZooKeeper server;
    private static ZooKeeperClient client;

    private final ZooKeeperPaths paths = new ZooKeeperPaths("test-" + CLUSTERS.incrementAndGet());
    private final List<SteeringStore> opened = new ArrayList<>();

    @BeforeAll
    static void startServer(@TempDir Path directory) {
        server = EmbeddedZooKeeper.start(0, directory);
        client = ZooKeeperClient.open(ZooKeeperSettings.of(server.servers()));
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @AfterEach
    void closeStores() {
        opened.forEach(store -> get(store.close()));
    }

    @Override
    protected SteeringStore open() {
        SteeringStore store = new ZooKeeperSteeringStore(client, paths, InstantSource.system());
        opened.add(store);
        return store;
    }
}
