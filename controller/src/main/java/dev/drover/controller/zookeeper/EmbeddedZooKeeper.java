package dev.drover.controller.zookeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.zookeeper.server.DatadirCleanupManager;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZKDatabase;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.apache.zookeeper.util.ServiceUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real ZooKeeper server within this process, on loopback: for one machine, demonstrations and tests.
 *
 * <p>All of its threads are daemons, so it never keeps a process alive; it never ends the process either. It has no
 * admin server.
 *
 * <p>Unless they are set already, it sets these system properties, which ZooKeeper reads once: {@code
 * zookeeper.admin.enableServer=false}, {@code zookeeper.4lw.commands.whitelist=srvr,ruok,mntr}, {@code
 * zookeeper.preAllocSize=4096} (KiB that a log file grows by).
 */
public final class EmbeddedZooKeeper implements AutoCloseable {

    /** ZooKeeper's unit of time, ms: sessions end on a multiple of it, so a short one makes elections punctual. */
    public static final int TICK_MILLIS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedZooKeeper.class);

    private static final int MIN_SESSION_MILLIS = 1_000;
    private static final int MAX_SESSION_MILLIS = 60_000;
    private static final int MAX_CONNECTIONS = 60;
    private static final int DEFAULT_BACKLOG = -1;
    private static final int SNAPSHOTS_KEPT = 3;
    private static final int PURGE_HOURS = 1;

    private final FileTxnSnapLog files;
    private final ZooKeeperServer server;
    private final ServerCnxnFactory connections;
    private final DatadirCleanupManager purge;

    private EmbeddedZooKeeper(int port, Path directory) throws IOException, InterruptedException {
        Path data = Files.createDirectories(directory);
        files = new FileTxnSnapLog(data.toFile(), data.toFile());
        server = new ZooKeeperServer(
                files, TICK_MILLIS, MIN_SESSION_MILLIS, MAX_SESSION_MILLIS, DEFAULT_BACKLOG, new ZKDatabase(files), "");
        connections = new NIOServerCnxnFactory();
        connections.configure(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MAX_CONNECTIONS, DEFAULT_BACKLOG);
        connections.startup(server);
        purge = new DatadirCleanupManager(data.toFile(), data.toFile(), SNAPSHOTS_KEPT, PURGE_HOURS);
        purge.start();
    }

    /**
     * Starts a server and waits until it serves: well under a second. Blocks, so not for an event loop.
     *
     * @param port on loopback; 0 for any that is free
     * @param directory where it keeps its data; made if it is not there; for one server at a time
     * @throws UncheckedIOException if the port is taken, or the directory cannot be used
     */
    public static EmbeddedZooKeeper start(int port, Path directory) {
        setDefault("zookeeper.admin.enableServer", "false");
        setDefault("zookeeper.4lw.commands.whitelist", "srvr,ruok,mntr");
        setDefault("zookeeper.preAllocSize", "4096");
        ServiceUtils.setSystemExitProcedure(ServiceUtils.LOG_ONLY);
        EmbeddedZooKeeper started = startByDaemon(port, directory);
        LOG.atInfo()
                .addKeyValue("servers", started.servers())
                .addKeyValue("directory", directory)
                .log("embedded zookeeper started");
        return started;
    }

    /** Threads are daemons if the thread that makes them is, and ZooKeeper leaves most of its own at that. */
    private static EmbeddedZooKeeper startByDaemon(int port, Path directory) {
        FutureTask<EmbeddedZooKeeper> start = new FutureTask<>(() -> new EmbeddedZooKeeper(port, directory));
        Thread starter = new Thread(start, "drover-embedded-zookeeper");
        starter.setDaemon(true);
        starter.start();
        String what = "embedded zookeeper: cannot start on port " + port + " with its data in " + directory;
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(what, new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + ": interrupted", e);
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The port that it serves. */
    public int port() {
        return connections.getLocalPort();
    }

    /** What a client connects to, such as {@code 127.0.0.1:2181}. */
    public String servers() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port();
    }

    /** Stops it; its data stays, and another may be started on it. Blocks for a moment. */
    @Override
    public void close() {
        purge.shutdown();
        connections.shutdown();
        server.shutdown();
        try {
            files.close();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("embedded zookeeper did not close its files");
        }
    }
}
