package dev.drover.lab.homepage;

import dev.drover.lab.link.HeldPort;
import dev.drover.lab.link.TcpReset;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket side of a region: opens, goes dark, and opens again on the same port. Confined to its event loop. */
final class Listener {

    /** More are reset at once. An HTTP/1 connection has one request in flight, so this bounds those too. */
    static final int MAX_CONNECTIONS = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int IDLE_SECONDS = 120;

    private final Vertx vertx;
    private final String host;
    private final Handler<HttpServerRequest> requests;
    private final Set<HttpConnection> connections = new LinkedHashSet<>();
    private int port;
    private @Nullable HttpServer server;
    private @Nullable HeldPort held;

    Listener(Vertx vertx, String host, int port, Handler<HttpServerRequest> requests) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
        this.requests = requests;
    }

    /** Listens; on the same port as before, if there was a before. */
    Future<Void> open() {
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false);
        HttpServer opening =
                vertx.createHttpServer(options).connectionHandler(this::accept).requestHandler(requests);
        return opening.listen(port, host).map(this::opened);
    }

    private @Nullable Void opened(HttpServer opened) {
        server = opened;
        port = opened.actualPort();
        release();
        return null;
    }

    /** Resets every connection and refuses new ones; the port stays ours. */
    Future<Void> goDark() {
        return shut().compose(shut -> HeldPort.hold(vertx, host, port)).map(this::keep);
    }

    private @Nullable Void keep(HeldPort port) {
        held = port;
        return null;
    }

    /** Ends for good. */
    Future<Void> close() {
        release();
        return shut();
    }

    private Future<Void> shut() {
        HttpServer closing = server;
        server = null;
        resetAll();
        return closing == null ? Future.succeededFuture() : closing.close();
    }

    /** Resets every open connection. */
    void resetAll() {
        List.copyOf(connections).forEach(TcpReset::reset);
    }

    int port() {
        return port;
    }

    int connections() {
        return connections.size();
    }

    private void accept(HttpConnection connection) {
        if (server == null || connections.size() >= MAX_CONNECTIONS) {
            TcpReset.reset(connection);
            return;
        }
        connections.add(connection);
        connection.closeHandler(closed -> connections.remove(connection));
        connection.exceptionHandler(Listener::tell);
    }

    private static void tell(Throwable failure) {
        LOG.atTrace().setCause(failure).log("connection failed");
    }

    private void release() {
        if (held != null) {
            held.release();
            held = null;
        }
    }
}
