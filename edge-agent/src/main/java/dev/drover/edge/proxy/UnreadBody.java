package dev.drover.edge.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * A body that nobody takes. It is read all the same, up to a bound: a connection that is closed on unread bytes loses
 * the answer, and one that is kept cannot go on before the body has ended.
 */
final class UnreadBody {

    private static final int READ_BYTES = 1024 * 1024;

    private final HttpServerRequest request;
    private int readBytes;

    private UnreadBody(HttpServerRequest request) {
        this.request = request;
    }

    /** Reads what is left of the body. */
    static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            // Whoever waits to be asked for the body may send something else instead.
            request.connection().close();
        } else {
            request.handler(new UnreadBody(request)::read).resume();
        }
    }

    private void read(Buffer part) {
        readBytes += part.length();
        if (readBytes > READ_BYTES) {
            request.connection().close();
        }
    }
}
