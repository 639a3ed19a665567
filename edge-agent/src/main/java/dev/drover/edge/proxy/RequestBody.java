package dev.drover.edge.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * How long a request's body is said to be.
 *
 * @param length the Content-Length that was sent; null if there was none
 * @param chunked whether it comes in chunks
 */
record RequestBody(@Nullable String length, boolean chunked) {

    /** What the head of a checked request says of its body. */
    static RequestBody of(HttpServerRequest request) {
        return new RequestBody(
                request.getHeader(HttpHeaders.CONTENT_LENGTH),
                request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    /** Whether no byte will come. */
    boolean isEmpty() {
        return !chunked && (length == null || Long.parseLong(length) == 0);
    }

    /** Frames the region's request as the user's is, whatever other headers said. */
    void frame(HttpClientRequest request) {
        if (chunked) {
            request.setChunked(true);
        } else if (length != null) {
            request.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
    }
}
