package dev.drover.controller.rest.vertx;

import dev.drover.api.order.Evacuation;
import dev.drover.api.problem.FieldFault;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.settings.Check;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a request says, checked: all faults of a document are told at once. */
final class Requests {

    private static final Duration LEAST_EXPIRY = Duration.ofMinutes(1);
    private static final Duration MOST_EXPIRY = Duration.ofDays(3);

    private Requests() {}

    /** A part of the path; fails with what the caller must be told if it cannot be read. */
    static <T> T pathParameter(RoutingContext request, String name, Function<String, T> reader) {
        String value = Optional.ofNullable(request.pathParam(name)).orElse("");
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** Reads a revision; throws IllegalArgumentException if it is not one. */
    static long revision(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            String shown = text.length() <= 80 ? text : text.substring(0, 80) + "...";
            throw new IllegalArgumentException("revision: '" + shown + "' (expected: a whole number, 1 or more)");
        }
        return Long.parseLong(text);
    }

    static EvacuationRequest checked(EvacuationRequest request) {
        List<FieldFault> faults = new ArrayList<>();
        check(faults, "author", () -> Check.text("author", request.author(), Evacuation.MAX_AUTHOR_CHARACTERS));
        check(faults, "reason", () -> Check.text("reason", request.reason(), Evacuation.MAX_REASON_CHARACTERS));
        Duration expiry = request.expiresIn();
        if (expiry != null) {
            check(faults, "expiresIn", () -> Check.within("expiresIn", expiry, LEAST_EXPIRY, MOST_EXPIRY));
        }
        return sound(request, faults);
    }

    static RestoreRequest checked(RestoreRequest request) {
        List<FieldFault> faults = new ArrayList<>();
        check(faults, "author", () -> Check.text("author", request.author(), Evacuation.MAX_AUTHOR_CHARACTERS));
        return sound(request, faults);
    }

    private static void check(List<FieldFault> faults, String field, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            faults.add(new FieldFault("/" + field, String.valueOf(e.getMessage())));
        }
    }

    private static <T> T sound(T request, List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            String all =
                    String.join("; ", faults.stream().map(FieldFault::detail).toList());
            throw new ProblemException(ProblemType.INVALID_REQUEST, all, faults);
        }
        return request;
    }
}
