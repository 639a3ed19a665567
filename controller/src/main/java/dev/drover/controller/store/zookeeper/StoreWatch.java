package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.SteeringStore.Listener;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what happens to the connection and to what is stored.
 *
 * <p>SUSPENDED is told as soon as it is known. LOST is told when Curator believes it or when our own timer says that the
 * session must be over, whichever is first: Curator's is by the wall clock, which may be set back. Confined to the
 * store's thread.
 */
final class StoreWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

    private final CuratorFramework client;
    private final ScheduledExecutorService thread;
    private final ZooKeeperPaths paths;
    private final Listener listener;
    private final long sessionMillis;
    private final ConnectionStateListener states = (curator, state) -> turned(state);
    private final Watcher watcher = this::changed;
    private @Nullable Connection told;
    private @Nullable ScheduledFuture<?> sessionEnd;

    /**
     * A watch that has not started yet.
     *
     * @param listener called on the store's thread; it passes on and returns at once
     * @param sessionMillis after which a session that was cut off is over
     */
    StoreWatch(
            CuratorFramework client,
            ScheduledExecutorService thread,
            ZooKeeperPaths paths,
            Listener listener,
            long sessionMillis) {
        this.client = client;
        this.thread = thread;
        this.paths = paths;
        this.listener = listener;
        this.sessionMillis = sessionMillis;
    }

    void start() {
        client.getConnectionStateListenable().addListener(states, thread);
        turned(client.getZookeeperClient().isConnected() ? ConnectionState.CONNECTED : ConnectionState.SUSPENDED);
    }

    void close() {
        client.getConnectionStateListenable().removeListener(states);
        cancelSessionEnd();
        try {
            client.watchers().remove(watcher).quietly().inBackground().forPath(paths.epoch());
        } catch (Exception e) {
            LOG.atDebug().setCause(e).log("watches not removed; they end with the session");
        }
    }

    private void turned(ConnectionState state) {
        switch (state) {
            case CONNECTED, RECONNECTED -> {
                cancelSessionEnd();
                tell(Connection.CONNECTED);
                watchAll();
                listener.onChange();
            }
            case SUSPENDED, READ_ONLY -> {
                tell(Connection.SUSPENDED);
                awaitSessionEnd();
            }
            case LOST -> {
                cancelSessionEnd();
                tell(Connection.LOST);
            }
        }
    }

    private void tell(Connection connection) {
        boolean afterTheEnd = told == Connection.LOST && connection == Connection.SUSPENDED;
        if (told != connection && !afterTheEnd) {
            told = connection;
            listener.onConnection(connection);
        }
    }

    private void awaitSessionEnd() {
        cancelSessionEnd();
        try {
            sessionEnd = thread.schedule(() -> tell(Connection.LOST), sessionMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().log("the store is closed");
        }
    }

    private void cancelSessionEnd() {
        if (sessionEnd != null) {
            sessionEnd.cancel(false);
            sessionEnd = null;
        }
    }

    /* A new session has none of the old one's watches; setting one twice is harmless. Where one cannot be set, the
     * caller's poll finds changes later. */
    private void watchAll() {
        watch(paths.epoch(), AddWatchMode.PERSISTENT);
        watch(paths.orders(), AddWatchMode.PERSISTENT);
        watch(paths.policies(), AddWatchMode.PERSISTENT_RECURSIVE);
        watch(paths.routing(), AddWatchMode.PERSISTENT_RECURSIVE);
    }

    private void watch(String path, AddWatchMode mode) {
        try {
            client.watchers()
                    .add()
                    .withMode(mode)
                    .inBackground((curator, event) -> watching(path, event.getResultCode()))
                    .usingWatcher(watcher)
                    .forPath(path);
        } catch (Exception e) {
            LOG.atWarn().addKeyValue("path", path).setCause(e).log("watch not set");
        }
    }

    private static void watching(String path, int result) {
        if (result != Code.OK.intValue()) {
            LOG.atWarn()
                    .addKeyValue("path", path)
                    .addKeyValue("result", Code.get(result))
                    .log("watch not set");
        }
    }

    private void changed(WatchedEvent event) {
        if (event.getType() == Watcher.Event.EventType.None) {
            return;
        }
        try {
            thread.execute(listener::onChange);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().log("the store is closed");
        }
    }
}
