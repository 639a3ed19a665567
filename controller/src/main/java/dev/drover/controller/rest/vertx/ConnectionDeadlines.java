package dev.drover.controller.rest.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections on which no request comes: one byte from time to time does not keep them, as it would with an idle
 * time-out. Confined to the controller's context.
 */
final class ConnectionDeadlines {

    /** How long the first request may take to come, head and all, in ms. */
    static final long FIRST_REQUEST_MILLIS = 5_000;
    /** How long the next one may take after an answer, in ms. */
    static final long NEXT_REQUEST_MILLIS = 60_000;

    private final Vertx vertx;
    /** The timer of each connection that waits for a request. */
    private final Map<HttpConnection, Long> waiting = new HashMap<>();

    ConnectionDeadlines(Vertx vertx) {
        this.vertx = vertx;
    }

    void onConnection(HttpConnection connection) {
        connection.closeHandler(closed -> stop(connection));
        start(connection, FIRST_REQUEST_MILLIS);
    }

    void onRequest(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        stop(connection);
        request.response().endHandler(answered -> start(connection, NEXT_REQUEST_MILLIS));
    }

    private void start(HttpConnection connection, long millis) {
        stop(connection);
        waiting.put(connection, vertx.setTimer(millis, late -> connection.close()));
    }

    private void stop(HttpConnection connection) {
        Long timer = waiting.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
