package dev.drover.controller.rest.vertx;

import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.session.Session;
import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.metrics.RegionFigures;
import dev.drover.controller.rest.Desk;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.session.vertx.SessionServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/**
 * The listener of a controller: one HTTP server for REST, metrics and the agents' sessions.
 *
 * <p>Everything runs on the context on which {@link #listen} is called, the controller's: a desk and sessions are
 * spoken to by one thread only.
 */
public final class ControllerHttp {

    private static final int IDLE_SECONDS = 60;
    private static final int ACCEPT_BACKLOG = 1_024;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final SessionServer sessions;

    private ControllerHttp(HttpServer server, SessionServer sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /**
     * Starts to listen; to be called on the controller's context, which must be an event loop's.
     *
     * @param host the address to bind
     * @param port 1 to 65,535, or 0 for any that is free
     * @return completes once it listens; fails if the port is taken
     * @throws IllegalStateException if called outside an event loop's context
     */
    public static Future<ControllerHttp> listen(
            Vertx vertx, String host, int port, Desk desk, AgentSessions sessions, ControllerMeters meters) {
        Context context = Vertx.currentContext();
        if (context == null || !context.isEventLoopContext()) {
            throw new IllegalStateException("context: " + context + " (expected: the controller's, on an event loop)");
        }
        meters.watchRegions(() -> new RegionFigures(desk.status().service(), desk.regions(), desk.shedIfLostRps()));
        SessionServer sessionServer = new SessionServer(vertx, sessions);
        Exchange exchange = new Exchange(vertx);
        Entrance entrance = new Entrance(sessionServer, router(vertx, exchange, desk, meters), exchange, meters.rest());
        ConnectionDeadlines deadlines = new ConnectionDeadlines(vertx);
        Thread loop = Thread.currentThread();
        return vertx.createHttpServer(options())
                .connectionHandler(deadlines::onConnection)
                .invalidRequestHandler(entrance::refuse)
                .requestHandler(request -> {
                    assert Thread.currentThread() == loop : "requests run on the controller's context";
                    deadlines.onRequest(request);
                    entrance.enter(request);
                })
                .listen(port, host)
                .onSuccess(server -> sessionServer.start())
                .map(server -> new ControllerHttp(server, sessionServer));
    }

    private static HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setMaxHeaderSize(Entrance.MAX_HEADER_BYTES)
                .setMaxInitialLineLength(Entrance.MAX_LINE_BYTES)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setAcceptBacklog(ACCEPT_BACKLOG)
                .setHttp2ClearTextEnabled(false);
        SessionServer.configure(options);
        return options;
    }

    private static Router router(Vertx vertx, Exchange exchange, Desk desk, ControllerMeters meters) {
        Router router = Router.router(vertx);
        Routes routes = new Routes(router, exchange, meters.rest());
        routes.get("/healthz", request -> Answer.text(TEXT, "alive\n").now())
                .get("/readyz", request -> ready(desk))
                .get("/metrics", request -> Answer.text(PROMETHEUS, meters.scrape())
                        .now())
                .elsewhere(Session.PATH, HttpMethod.GET);
        new RestApi(desk).addTo(routes);
        routes.nothingElse();
        return router;
    }

    private static Future<Answer> ready(Desk desk) {
        if (!desk.isReady()) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "not ready: the store has not been read yet (expected: within seconds)");
        }
        return Answer.text(TEXT, "ready\n").now();
    }

    /** The port on which it listens, 1 to 65,535. */
    public int port() {
        return server.actualPort();
    }

    /** Says goodbye to the agents, then ends every connection. */
    public Future<Void> close() {
        return sessions.close("this controller stops").eventually(server::close);
    }
}
