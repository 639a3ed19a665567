package dev.drover.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drover.cli.terminal.Presence;
import dev.drover.cli.terminal.Streams;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.text.Look;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.Map;

/** A terminal of 80 columns without colours that remembers what was written to it. */
final class Console {

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {}

    private Console() {}

    /** Runs a command for a program. */
    static Result run(String... arguments) {
        return run(Map.of(), Presence.PROGRAM, "", arguments);
    }

    /** Runs a command for a person who types that. */
    static Result runFor(String typed, String... arguments) {
        return run(Map.of(), Presence.PERSON, typed, arguments);
    }

    static Result run(Map<String, String> environment, Presence presence, String typed, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new BufferedReader(new StringReader(typed)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        Terminal terminal = new Terminal(streams, Look.PLAIN, presence, environment, InstantSource.fixed(Fleet.NOW));
        int exitCode = Main.run(terminal, arguments);
        return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
