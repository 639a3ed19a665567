package dev.drover.controller.store;

/** Why the store did not do as asked. What to do next depends on the kind alone. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds. */
    public enum Kind {
        /** Somebody took a higher epoch: step down. */
        FENCED,
        /** Something else changed first, or is there already: read again, then decide again. */
        CONFLICT,
        /** The store did not answer, so that it may or may not have done it: read again before anything else. */
        UNAVAILABLE,
        /** It is larger than the store may hold: it was not sent at all. */
        TOO_LARGE,
        /** What is stored cannot be read: retrying does not help, a person must look. Agents go on as they are. */
        CORRUPT
    }

    private final Kind kind;

    /** A failure of that kind; the message is for the log. */
    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A failure of that kind without another behind it. */
    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
