package dev.drover.edge.admin;

import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemType;
import dev.drover.edge.AgentStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An agent's pages for people and monitoring, on loopback only: {@code /healthz} (it runs), {@code /readyz} (a policy is
 * in force, else 503), {@code /metrics} (Prometheus text) and {@code /status} (JSON).
 */
public final class AdminServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_SECONDS = 30;
    private static final int HEADER_BYTES_MOST = 8 * 1024;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final int port;
    private final Supplier<AgentStatus> status;
    private final Supplier<String> metrics;

    /**
     * A server that is still to be started.
     *
     * @param port 0 for any free one
     * @param metrics what {@code /metrics} answers: a Prometheus registry's scrape
     */
    public AdminServer(Vertx vertx, int port, Supplier<AgentStatus> status, Supplier<String> metrics) {
        this.port = port;
        this.status = status;
        this.metrics = metrics;
        HttpServerOptions options = new HttpServerOptions();
        options.setIdleTimeout(IDLE_SECONDS);
        options.setIdleTimeoutUnit(TimeUnit.SECONDS);
        options.setMaxHeaderSize(HEADER_BYTES_MOST);
        server = vertx.createHttpServer(options).requestHandler(this::answer);
    }

    /** Listens; the future carries the port, or fails if it is taken. */
    public Future<Integer> start() {
        return server.listen(port, LOOPBACK).map(HttpServer::actualPort);
    }

    /** Listens no more. */
    public Future<Void> stop() {
        return server.close();
    }

    private void answer(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET)) {
            problem(request, ProblemType.METHOD_NOT_ALLOWED, request.method() + " (expected: GET)");
            return;
        }
        switch (String.valueOf(request.path())) {
            case "/healthz" -> send(request, 200, TEXT, "ok\n");
            case "/readyz" -> ready(request, status.get());
            case "/metrics" -> send(request, 200, PROMETHEUS, metrics.get());
            case "/status" -> send(request, 200, "application/json", Json.writePretty(status.get()));
            default -> problem(request, ProblemType.NOT_FOUND, "expected: /healthz, /readyz, /metrics or /status");
        }
    }

    private static void ready(HttpServerRequest request, AgentStatus status) {
        if (status.ready()) {
            send(request, 200, TEXT, "ready: " + status.policy() + "\n");
        } else {
            send(request, 503, TEXT, "not ready: no policy is in force; waiting for a controller\n");
        }
    }

    private static void problem(HttpServerRequest request, ProblemType type, String detail) {
        send(request, type.status(), Problem.MEDIA_TYPE, Json.write(Problem.of(type, detail, List.of())));
    }

    private static void send(HttpServerRequest request, int statusCode, String mediaType, String body) {
        Future<Void> sent = request.response()
                .setStatusCode(statusCode)
                .putHeader("Content-Type", mediaType)
                .putHeader("Cache-Control", "no-store")
                .end(body);
        sent.onFailure(e -> request.connection().close());
    }
}
