package dev.drover.cli.terminal;

import java.io.BufferedReader;
import java.io.PrintStream;

/**
 * What a command reads and writes.
 *
 * @param in answers of a person
 * @param out results
 * @param err errors and notices
 */
public record Streams(BufferedReader in, PrintStream out, PrintStream err) {}
