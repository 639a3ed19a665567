package dev.drover.controller.rest.vertx;

import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemType;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A request that HTTP itself, and not the desk, refuses. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** As RFC 9457 has it for problems that say no more than their status. */
    private static final URI NO_TYPE = URI.create("about:blank");

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private RefusedRequestException(Problem problem, Map<String, String> headers) {
        super(problem.detail());
        this.problem = problem;
        this.headers = headers;
    }

    static RefusedRequestException of(ProblemType type, String detail, Map<String, String> headers) {
        return new RefusedRequestException(Problem.of(type, detail, List.of()), headers);
    }

    /** Refused with a status that has no kind of problem of its own. */
    static RefusedRequestException of(int status, String detail, Map<String, String> headers) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new RefusedRequestException(new Problem(NO_TYPE, title, status, detail, List.of()), headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
