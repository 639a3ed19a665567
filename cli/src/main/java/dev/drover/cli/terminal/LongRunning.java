package dev.drover.cli.terminal;

/** A command that runs until it is stopped, and so logs what it does (INFO), not only what is wrong. */
public interface LongRunning {

    /** What is logged if nothing else is asked for. */
    default String usualLevel() {
        return "INFO";
    }
}
