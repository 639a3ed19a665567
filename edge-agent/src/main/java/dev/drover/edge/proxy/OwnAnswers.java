package dev.drover.edge.proxy;

import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;

/** What the edge answers by itself: the static page, and problems. */
final class OwnAnswers {

    /** When users are asked to come back. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final URI NO_TYPE = URI.create("about:blank");
    private static final String YES = "1";

    private final ShedPage page;

    OwnAnswers(ShedPage page) {
        this.page = page;
    }

    /**
     * The slot is shed: the static page for those who read, a problem for those who would change something and must
     * not take a 200 for done.
     */
    void shed(HttpServerRequest request, int slot) {
        HttpServerResponse response = request.response();
        response.putHeader(ForwardedHeaders.SHED, YES).putHeader(ForwardedHeaders.SLOT, Integer.toString(slot));
        if (isRead(request.method())) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.CONTENT_TYPE, page.contentType());
            end(request, page.body());
        } else {
            comeBack(request, "This edge is over its capacity");
        }
    }

    /** A failure that time may mend: 503 with Retry-After. */
    void comeBack(HttpServerRequest request, String detail) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        problem(request, HttpResponseStatus.SERVICE_UNAVAILABLE, detail);
    }

    /** A problem document. */
    void problem(HttpServerRequest request, HttpResponseStatus status, String detail) {
        String text = Json.write(new Problem(NO_TYPE, status.reasonPhrase(), status.code(), detail, List.of()));
        request.response()
                .setStatusCode(status.code())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        end(request, Buffer.buffer(text));
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static void end(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
