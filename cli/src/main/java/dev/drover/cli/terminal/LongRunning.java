package dev.drover.cli.terminal;

/** A command that runs until it is stopped, and so logs what it does (INFO), not only what is wrong. */
public interface LongRunning {}
