package dev.drover.api.problem;

import java.util.List;

/** The caller's fault, or something that the caller must be told: becomes a {@link Problem} at the edge. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldFault> errors;

    /** A problem without faults of fields. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** A problem with the faults of a document. */
    public ProblemException(ProblemType type, String detail, List<FieldFault> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** The kind. */
    public ProblemType type() {
        return type;
    }

    /** What the caller is told. */
    public Problem problem() {
        return Problem.of(type, String.valueOf(getMessage()), errors);
    }
}
