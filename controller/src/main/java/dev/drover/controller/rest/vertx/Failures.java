package dev.drover.controller.rest.vertx;

import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.controller.session.vertx.HandshakeException;
import dev.drover.controller.store.StoreException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer: what the caller must know, and nothing of our insides. */
final class Failures {

    static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "1");

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int UNAVAILABLE_STATUS = 503;

    private Failures() {}

    /** The answer to a failure; one that is ours is logged. */
    static Answer answer(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return answer(problem.problem(), retry(problem.problem().status()));
        }
        if (failure instanceof RefusedRequestException refused) {
            return answer(refused.problem(), refused.headers());
        }
        if (failure instanceof HandshakeException handshake) {
            return answer(RefusedRequestException.of(
                    handshake.status(), String.valueOf(handshake.getMessage()), retry(handshake.status())));
        }
        if (failure instanceof StoreException store && store.kind() == StoreException.Kind.UNAVAILABLE) {
            LOG.atWarn().addKeyValue("cause", store.getMessage()).log("store unavailable to a request");
            return answer(
                    of(
                            ProblemType.UNAVAILABLE,
                            "the store does not answer, so that it may or may not have been done (expected: read the"
                                    + " state, then try again)"),
                    RETRY_SOON);
        }
        if (failure instanceof StoreException store && store.kind() == StoreException.Kind.CONFLICT) {
            return answer(
                    of(
                            ProblemType.CONFLICT,
                            "something else was changed at the same time; nothing of this was done (expected: read the"
                                    + " state, then try again)"),
                    Map.of());
        }
        LOG.atError().setCause(failure).log("request failed");
        return answer(of(ProblemType.INTERNAL, "this request failed; the controller's log says why"), Map.of());
    }

    private static Problem of(ProblemType type, String detail) {
        return Problem.of(type, detail, List.of());
    }

    private static Map<String, String> retry(int status) {
        return status == UNAVAILABLE_STATUS ? RETRY_SOON : Map.of();
    }

    private static Answer answer(Problem problem, Map<String, String> headers) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE, Json.write(problem), headers);
    }
}
