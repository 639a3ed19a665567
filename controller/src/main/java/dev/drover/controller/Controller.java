package dev.drover.controller;

import dev.drover.controller.election.Election;
import dev.drover.controller.election.zookeeper.ZooKeeperElection;
import dev.drover.controller.loop.LiveDesk;
import dev.drover.controller.loop.LoopPorts;
import dev.drover.controller.loop.LoopSettings;
import dev.drover.controller.loop.SteeringLoop;
import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.rest.vertx.ControllerHttp;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.zookeeper.ControllerPresence;
import dev.drover.controller.store.zookeeper.ZooKeeperPaths;
import dev.drover.controller.store.zookeeper.ZooKeeperSteeringStore;
import dev.drover.controller.zookeeper.ZooKeeperClient;
import dev.drover.controller.zookeeper.ZooKeeperSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A controller: store, election, loop, sessions and REST, wired together on the context of one event loop. */
public final class Controller extends VerticleBase {

    private final ControllerConfig config;
    private final Runnable fatal;
    private final Parts parts = new Parts();

    /** What is open, in the order in which it was opened; closed from the end. */
    private static final class Parts {
        private @Nullable ZooKeeperClient client;
        private @Nullable SteeringStore store;
        private @Nullable ZooKeeperElection election;
        private @Nullable SteeringLoop loop;
        private @Nullable ControllerHttp http;
        private @Nullable ControllerPresence presence;
    }

    private Controller(ControllerConfig config, Runnable fatal) {
        this.config = config;
        this.fatal = fatal;
    }

    /**
     * Starts a controller.
     *
     * @param fatal called when the process should end and be started anew
     * @return completes once it listens, with what stops it; fails if the port is taken
     */
    public static Future<Running> start(Vertx vertx, ControllerConfig config, Runnable fatal) {
        Controller controller = new Controller(config, fatal);
        return vertx.deployVerticle(controller)
                .map(deployment -> new Running(controller.port(), () -> vertx.undeploy(deployment)));
    }

    /** A controller that runs. */
    public static final class Running {
        private final int port;
        private final Supplier<Future<Void>> stop;

        private Running(int port, Supplier<Future<Void>> stop) {
            this.port = port;
            this.stop = stop;
        }

        /** Of its listener. */
        public int port() {
            return port;
        }

        /** Gives up leadership first, then says goodbye to the agents, then lets go of the store. */
        public Future<Void> stop() {
            return stop.get();
        }
    }

    @Override
    public Future<?> start() {
        return vertx.executeBlocking(() -> ZooKeeperClient.open(ZooKeeperSettings.of(config.zookeeper())))
                .compose(this::assemble)
                .recover(failure -> stop().transform(stopped -> Future.failedFuture(failure)));
    }

    private Future<Void> assemble(ZooKeeperClient client) {
        SteadyClock clock = new SteadyClock();
        ControllerMeters meters = new ControllerMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        ZooKeeperPaths paths = new ZooKeeperPaths(config.clusterName());
        SteeringStore store = new ZooKeeperSteeringStore(client, paths, clock);
        AgentSessions sessions =
                new AgentSessions(config.id(), clock, System::nanoTime, new Random(), meters.sessions());
        LoopSettings settings =
                new LoopSettings(config.id(), config.service(), config.bootstrap(), config.firstPolicy());
        LoopPorts ports = new LoopPorts(
                store,
                sessions,
                clock,
                (delay, task) ->
                        vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).onSuccess(fired -> task.run()),
                () -> UUID.randomUUID().toString(),
                meters);
        SteeringLoop loop = new SteeringLoop(settings, ports);
        ZooKeeperElection election = new ZooKeeperElection(client, paths.leader(), config.id(), fatal);
        parts.client = client;
        parts.store = store;
        parts.election = election;
        parts.loop = loop;
        return ControllerHttp.listen(
                        vertx,
                        config.host(),
                        config.port(),
                        new LiveDesk(settings, ports, loop, config.build(), this::inBackground),
                        sessions,
                        meters)
                .compose(http -> run(http, loop, election));
    }

    /** Beside the store's calls, not after them. */
    private <T> Future<T> inBackground(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private Future<Void> run(ControllerHttp http, SteeringLoop loop, Election election) {
        parts.http = http;
        loop.start();
        return showPresence(http).compose(shown -> election.join(loop));
    }

    private Future<ControllerPresence> showPresence(ControllerHttp http) {
        String address = "http://" + config.host() + ":" + http.port();
        String boot = UUID.randomUUID().toString();
        ZooKeeperPaths paths = new ZooKeeperPaths(config.clusterName());
        return vertx.executeBlocking(() -> ControllerPresence.show(
                        Objects.requireNonNull(parts.client), paths, config.id(), boot, address))
                .onSuccess(presence -> parts.presence = presence);
    }

    private int port() {
        return parts.http == null ? 0 : parts.http.port();
    }

    @Override
    public Future<?> stop() {
        if (parts.loop != null) {
            parts.loop.stop();
        }
        return leave().eventually(this::withdraw)
                .eventually(this::hangUp)
                .eventually(this::forget)
                .eventually(this::disconnect);
    }

    private Future<Void> leave() {
        return parts.election == null ? Future.succeededFuture() : parts.election.leave();
    }

    private Future<Void> withdraw() {
        return vertx.executeBlocking(() -> {
            if (parts.presence != null) {
                parts.presence.close();
            }
            return null;
        });
    }

    private Future<Void> hangUp() {
        return parts.http == null ? Future.succeededFuture() : parts.http.close();
    }

    private Future<Void> forget() {
        return parts.store == null ? Future.succeededFuture() : parts.store.close();
    }

    private Future<Void> disconnect() {
        return vertx.executeBlocking(() -> {
            if (parts.election != null) {
                parts.election.close();
            }
            if (parts.client != null) {
                parts.client.close();
            }
            return null;
        });
    }
}
