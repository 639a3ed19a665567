package dev.drover.controller.election.zookeeper;

import dev.drover.controller.election.Election;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.api.CuratorEvent;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderLatchListener;
import org.apache.zookeeper.KeeperException.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The election by Curator's latch: the candidate whose node is the oldest is elected.
 *
 * <p>A latch can be dead without a word, so a watchdog looks whether our node is there, and makes the latch anew if it
 * is missing for more than two sessions while we are connected. Listeners are told in order. A controller may join again
 * after {@link #leave}.
 */
public final class ZooKeeperElection implements Election, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperElection.class);

    private final CuratorFramework client;
    private final String path;
    private final String candidate;
    private final Runnable fatal;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, ZooKeeperElection::named);
    private final LatchWatchdog watchdog;
    private final long lookEveryMillis;
    private @Nullable Candidacy candidacy;

    /**
     * A candidate that has not joined yet.
     *
     * @param client the controller's connection; it stays the caller's to close, after the election
     * @param path where the candidates stand: {@code ZooKeeperPaths.leader()}
     * @param candidate the controller's name, for people who look
     * @param fatal called once, on a thread of the election's, when new latches did not help either: the process should
     *     end, and be started anew
     */
    public ZooKeeperElection(ZooKeeperClient client, String path, String candidate, Runnable fatal) {
        this.client = client.curator();
        this.path = path;
        this.candidate = candidate;
        this.fatal = fatal;
        long sessionMillis = client.settings().sessionTimeout().toMillis();
        this.watchdog = new LatchWatchdog(2 * sessionMillis);
        this.lookEveryMillis = sessionMillis / 3;
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "drover-election");
        thread.setDaemon(true);
        return thread;
    }

    /** From {@link #join} to {@link #leave}: who is told, the latch of the moment, and the watchdog's rounds. */
    private static final class Candidacy {
        private final LeaderLatchListener told;
        private final ScheduledFuture<?> rounds;
        private @Nullable LeaderLatch latch;

        Candidacy(LeaderLatchListener told, ScheduledFuture<?> rounds) {
            this.told = told;
            this.rounds = rounds;
        }
    }

    @Override
    public Future<Void> join(Listener listener) {
        Context context = Vertx.currentContext();
        return onThread(() -> begin(new Told(context, listener)));
    }

    @Override
    public Future<Void> leave() {
        return onThread(this::end);
    }

    /** Leaves for good, without waiting for it. */
    @Override
    public void close() {
        onThread(this::end).onComplete(ended -> thread.shutdownNow());
    }

    private void begin(LeaderLatchListener told) {
        end();
        watchdog.joined(System.nanoTime());
        Candidacy begun = new Candidacy(
                told,
                thread.scheduleWithFixedDelay(this::look, lookEveryMillis, lookEveryMillis, TimeUnit.MILLISECONDS));
        candidacy = begun;
        openLatch(begun);
    }

    private void end() {
        Candidacy ended = candidacy;
        candidacy = null;
        if (ended != null) {
            ended.rounds.cancel(false);
            closeLatch(ended);
        }
    }

    private void openLatch(Candidacy of) {
        LeaderLatch latch = new LeaderLatch(client, path, candidate, LeaderLatch.CloseMode.NOTIFY_LEADER);
        latch.addListener(of.told);
        try {
            latch.start();
            of.latch = latch;
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("latch not started; the watchdog tries again");
        }
    }

    private static void closeLatch(Candidacy of) {
        LeaderLatch latch = of.latch;
        of.latch = null;
        if (latch != null) {
            try {
                latch.close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("latch not closed in order; its node ends with the session");
            }
        }
    }

    private void look() {
        Candidacy current = candidacy;
        if (current == null) {
            return;
        }
        String node = current.latch == null ? null : current.latch.getOurPath();
        if (!client.getZookeeperClient().isConnected()) {
            watchdog.cutOff(System.nanoTime());
        } else if (node == null) {
            missing(current);
        } else {
            lookAt(current, node);
        }
    }

    private void lookAt(Candidacy current, String node) {
        try {
            client.checkExists()
                    .inBackground((curator, event) -> thread.execute(() -> looked(current, event)))
                    .forPath(node);
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("latch not looked at");
        }
    }

    private void looked(Candidacy current, CuratorEvent event) {
        if (current != candidacy) {
            return;
        }
        if (event.getResultCode() == Code.OK.intValue()) {
            watchdog.seen(System.nanoTime());
        } else if (event.getResultCode() == Code.CONNECTIONLOSS.intValue()) {
            watchdog.cutOff(System.nanoTime());
        } else {
            missing(current);
        }
    }

    private void missing(Candidacy current) {
        switch (watchdog.missing(System.nanoTime())) {
            case WAIT -> LOG.atDebug().log("latch node missing");
            case RENEW -> {
                LOG.atWarn().addKeyValue("path", path).log("latch node missing; made anew");
                closeLatch(current);
                openLatch(current);
            }
            case GIVE_UP -> {
                LOG.atError().addKeyValue("path", path).log("latch node missing; giving up");
                end();
                fatal.run();
            }
        }
    }

    private Future<Void> onThread(Runnable work) {
        Context context = Vertx.currentContext();
        Promise<Void> promise = Promise.promise();
        try {
            thread.execute(() -> {
                try {
                    work.run();
                    onContext(context, promise::complete);
                } catch (RuntimeException e) {
                    onContext(context, () -> promise.fail(e));
                }
            });
        } catch (RejectedExecutionException e) {
            promise.fail(new IllegalStateException("the election is closed", e));
        }
        return promise.future();
    }

    private static void onContext(@Nullable Context context, Runnable work) {
        if (context == null) {
            work.run();
        } else {
            context.runOnContext(nothing -> work.run());
        }
    }

    /** Passes on what the latch says, and returns at once. */
    private record Told(@Nullable Context context, Listener listener) implements LeaderLatchListener {
        @Override
        public void isLeader() {
            onContext(context, listener::onElected);
        }

        @Override
        public void notLeader() {
            onContext(context, listener::onDeposed);
        }
    }
}
