package dev.drover.controller.rest.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes answers. */
final class Exchange {

    /** With an answer after which the connection cannot be used: the rest of the request was not read. */
    static final Map<String, String> LAST = Map.of("Connection", "close");

    /** How long a client may go on sending after such an answer, so that it reads the answer and not a reset. */
    private static final long LINGER_MILLIS = 1_000;

    private final Vertx vertx;

    Exchange(Vertx vertx) {
        this.vertx = vertx;
    }

    void write(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (answer.isSwitched() || response.ended() || response.closed()) {
            return;
        }
        MultiMap headers = response.setStatusCode(answer.status()).headers();
        headers.set(HttpHeaders.CONTENT_TYPE, answer.mediaType())
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes(answer)))
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.headers().forEach(headers::set);
        response.end(answer.body());
        if (answer.headers().equals(LAST)) {
            closeSoon(request);
        }
    }

    private void closeSoon(HttpServerRequest request) {
        vertx.setTimer(LINGER_MILLIS, over -> request.connection().close());
        if (!request.isEnded()) {
            request.handler(rest -> {
                // Read so that it does not pile up, and forgotten.
            });
            request.endHandler(end -> request.connection().close());
            request.resume();
        }
    }

    private static int bytes(Answer answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }
}
