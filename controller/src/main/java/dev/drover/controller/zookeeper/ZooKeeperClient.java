package dev.drover.controller.zookeeper;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.retry.BoundedExponentialBackoffRetry;
import org.apache.zookeeper.client.ZKClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One connection to ZooKeeper for the life of a controller; its store and its election share it.
 *
 * <p>It connects by itself, and again whenever it was cut off. All of its threads are daemons.
 */
public final class ZooKeeperClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperClient.class);

    /* A call that was cut off is sent again a few times; whoever made it has its own deadline and looks afterwards
     * what came of it. */
    private static final int RETRY_FIRST_MILLIS = 100;
    private static final int RETRY_MAX_MILLIS = 2_000;
    private static final int RETRIES = 5;

    /* An answer that is longer cuts the connection, and so takes leadership away; by default that is 1 MiB, which a
     * long list of names comes near to. */
    private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

    private final ZooKeeperSettings settings;
    private final ExecutorService notifier;
    private final CuratorFramework curator;

    private ZooKeeperClient(ZooKeeperSettings settings) {
        this.settings = settings;
        this.notifier = Executors.newSingleThreadExecutor(ZooKeeperClient::notifierThread);
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        config.setProperty(ZKClientConfig.JUTE_MAXBUFFER, Integer.toString(MAX_ANSWER_BYTES));
        this.curator = CuratorFrameworkFactory.builder()
                .connectString(settings.servers())
                .sessionTimeoutMs((int) settings.sessionTimeout().toMillis())
                .connectionTimeoutMs((int) settings.connectionTimeout().toMillis())
                .retryPolicy(new BoundedExponentialBackoffRetry(RETRY_FIRST_MILLIS, RETRY_MAX_MILLIS, RETRIES))
                // It would replace our list of servers by names that only the ensemble may be able to resolve.
                .ensembleTracker(false)
                // Curator does not stop the one that it makes by itself.
                .runSafeService(notifier)
                .zkClientConfig(config)
                .build();
    }

    private static Thread notifierThread(Runnable work) {
        Thread thread = new Thread(work, "drover-zookeeper-notifier");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts to connect, and returns at once. */
    public static ZooKeeperClient open(ZooKeeperSettings settings) {
        ZooKeeperClient client = new ZooKeeperClient(settings);
        client.curator.getConnectionStateListenable().addListener((curator, state) -> client.told(state));
        client.curator.start();
        return client;
    }

    private void told(ConnectionState state) {
        if (!state.isConnected()) {
            LOG.atWarn().addKeyValue("state", state).log("zookeeper connection turned");
            return;
        }
        int negotiatedMillis = curator.getZookeeperClient().getLastNegotiatedSessionTimeoutMs();
        boolean asAsked = negotiatedMillis == settings.sessionTimeout().toMillis();
        LOG.atLevel(asAsked ? Level.INFO : Level.WARN)
                .addKeyValue("state", state)
                .addKeyValue("sessionTimeoutMillis", negotiatedMillis)
                .addKeyValue("askedMillis", settings.sessionTimeout().toMillis())
                .log("zookeeper connection turned");
    }

    /** How it was set up. */
    public ZooKeeperSettings settings() {
        return settings;
    }

    /** The client itself, for the adapters. */
    public CuratorFramework curator() {
        return curator;
    }

    /** Ends the session, so that what is ephemeral of it goes at once. Blocks for up to a few seconds. */
    @Override
    public void close() {
        curator.close();
        notifier.shutdown();
    }
}
