package dev.drover.controller.session.vertx;

/** A request for a session that is refused before it becomes one. */
public final class HandshakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HandshakeException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status to answer with: 400, 403 or 503. */
    public int status() {
        return status;
    }
}
