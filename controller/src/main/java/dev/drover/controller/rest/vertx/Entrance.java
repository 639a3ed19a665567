package dev.drover.controller.rest.vertx;

import dev.drover.api.problem.ProblemType;
import dev.drover.api.session.Session;
import dev.drover.controller.metrics.RestMeters;
import dev.drover.controller.session.vertx.SessionServer;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/**
 * Where every request comes in. Those for a session do not go through the router: it wraps the connection, and a
 * session must be able to cut it.
 */
final class Entrance {

    /** The largest head of a request beside its first line, in bytes. */
    static final int MAX_HEADER_BYTES = 16 * 1024;
    /** The longest first line of a request, in bytes. */
    static final int MAX_LINE_BYTES = 4 * 1024;

    private final SessionServer sessions;
    private final Router router;
    private final Exchange exchange;
    private final RestMeters meters;

    Entrance(SessionServer sessions, Router router, Exchange exchange, RestMeters meters) {
        this.sessions = sessions;
        this.router = router;
        this.exchange = exchange;
        this.meters = meters;
    }

    void enter(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) && Session.PATH.equals(request.path())) {
            connect(request);
        } else {
            router.handle(request);
        }
    }

    private void connect(HttpServerRequest request) {
        long startNanos = System.nanoTime();
        sessions.accept(request)
                .map(connected -> Answer.switched())
                .otherwise(Failures::answer)
                .onSuccess(answer -> {
                    exchange.write(request, answer);
                    meters.answered(Session.PATH, answer.status(), System.nanoTime() - startNanos);
                });
    }

    /** Answers what is not HTTP, or too large to be read as such. */
    void refuse(HttpServerRequest request) {
        exchange.write(request, Failures.answer(faultOf(request.decoderResult().cause())));
    }

    private static RuntimeException faultOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return RefusedRequestException.of(
                    414, "request line: over " + MAX_LINE_BYTES + " bytes (expected: at most that)", Exchange.LAST);
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return RefusedRequestException.of(
                    431, "headers: over " + MAX_HEADER_BYTES + " bytes (expected: at most that)", Exchange.LAST);
        }
        return RefusedRequestException.of(
                ProblemType.INVALID_REQUEST,
                "the request is not HTTP/1.1 (expected: a well-formed one)",
                Exchange.LAST);
    }
}
