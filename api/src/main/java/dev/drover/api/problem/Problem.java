package dev.drover.api.problem;

import java.net.URI;
import java.util.List;

/**
 * Problem details (RFC 9457), served as {@code application/problem+json}.
 *
 * @param type the stable identifier of the kind
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param detail what happened here: the value found, what was expected, what to do next
 * @param errors each fault of the document that was sent; empty if it is not about one
 */
public record Problem(URI type, String title, int status, String detail, List<FieldFault> errors) {

    /** How problems are labelled. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of that kind. */
    public static Problem of(ProblemType type, String detail, List<FieldFault> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors);
    }
}
