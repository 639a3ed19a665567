package dev.drover.cli.terminal;

/** Who reads the output and may be asked. */
public enum Presence {
    /** A person at a terminal. */
    PERSON,
    /** A script, a pipe, a file. */
    PROGRAM
}
