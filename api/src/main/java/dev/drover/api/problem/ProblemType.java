package dev.drover.api.problem;

import java.net.URI;

/** Every error that a caller can be told of; each has a section in {@code docs/problems.md}. */
public enum ProblemType {
    /** The request cannot be read, or a field of it is wrong. */
    INVALID_REQUEST("invalid-request", "The request is not valid", 400),
    /** There is no such thing. */
    NOT_FOUND("not-found", "There is no such thing", 404),
    /** The path exists, the method does not. */
    METHOD_NOT_ALLOWED("method-not-allowed", "This method is not allowed here", 405),
    /** A guard of the steering policy forbids it. */
    GUARD("guard", "A guard forbids this", 409),
    /** Something else was changed at the same time. */
    CONFLICT("conflict", "It conflicts with the present state", 409),
    /** The body is larger than allowed. */
    TOO_LARGE("too-large", "The request is too large", 413),
    /** The body is not JSON by its content type. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body must be application/json", 415),
    /** Drover failed; it is logged. */
    INTERNAL("internal", "Drover failed", 500),
    /** The store cannot be reached: nothing can be committed now. */
    UNAVAILABLE("unavailable", "Nothing can be committed now", 503);

    private static final String BASE = "https://drover.dev/problems#";

    private final String id;
    private final String title;
    private final int status;

    ProblemType(String id, String title, int status) {
        this.id = id;
        this.title = title;
        this.status = status;
    }

    /** The anchor in the documentation. */
    public String id() {
        return id;
    }

    /** The stable identifier of this kind of problem. */
    public URI uri() {
        return URI.create(BASE + id);
    }

    /** The kind in a few words; the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }
}
