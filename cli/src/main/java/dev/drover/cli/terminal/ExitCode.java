package dev.drover.cli.terminal;

/** How a command ends. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;
    /** A check did not hold, or the server refused. */
    public static final int NOT_DONE = 1;
    /** Wrong usage, unreadable input, or the server could not be reached. */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
