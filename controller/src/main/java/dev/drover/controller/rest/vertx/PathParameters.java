package dev.drover.controller.rest.vertx;

import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.text.Printable;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** What the path of a request says. */
final class PathParameters {

    private PathParameters() {}

    /** A part of the path; fails with what the caller must be told if it cannot be read. */
    static <T> T read(RoutingContext request, String name, Function<String, T> reader) {
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
            throw new IllegalArgumentException(
                    "revision: '" + Printable.excerpt(text) + "' (expected: a whole number, 1 or more)");
        }
        return Long.parseLong(text);
    }
}
