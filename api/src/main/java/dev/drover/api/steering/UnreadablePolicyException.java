package dev.drover.api.steering;

/** A steering policy that cannot be read: {@code file:line:column: what is wrong, and what was expected}. */
public final class UnreadablePolicyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** One fault at one place; line and column count from 1. */
    public UnreadablePolicyException(String file, int line, int column, String fault) {
        super(file + ":" + line + ":" + column + ": " + fault);
    }
}
