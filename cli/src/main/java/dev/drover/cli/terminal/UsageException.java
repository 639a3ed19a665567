package dev.drover.cli.terminal;

/** What was asked for cannot be understood, or a file that was named cannot be read: the command ends with 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The value found, and what was expected. */
    public UsageException(String message) {
        super(message);
    }

    /** The value found, and what was expected; and what said so. */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
