package dev.drover.cli.operator;

/** What a result is written as. */
public enum Output {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON
}
