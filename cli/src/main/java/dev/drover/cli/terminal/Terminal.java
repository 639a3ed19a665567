package dev.drover.cli.terminal;

import dev.drover.api.json.Json;
import dev.drover.cli.text.Ansi;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Symbols;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a command runs. Everything that it reads of its process, and everything that it writes, goes through here. */
public final class Terminal {

    private static final int BUFFER_CHARACTERS = 8 * 1024;

    private final Streams streams;
    private final Look look;
    private final Presence presence;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /**
     * A terminal.
     *
     * @param environment the variables of the process's environment
     * @param clock wall time, for ages
     */
    public Terminal(
            Streams streams, Look look, Presence presence, Map<String, String> environment, InstantSource clock) {
        this.streams = streams;
        this.look = look;
        this.presence = presence;
        this.environment = environment;
        this.clock = clock;
    }

    /** The one of this process. */
    public static Terminal ofProcess() {
        Presence presence = presence();
        Charset charset = terminalCharset();
        Map<String, String> environment = System.getenv();
        Streams streams = new Streams(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
        return new Terminal(
                streams, lookOf(environment, presence, charset), presence, environment, InstantSource.system());
    }

    /** From JDK 22 on there is a console even without a terminal, unless one asks for the old kind first. */
    @SuppressWarnings("SystemConsoleNull")
    private static Presence presence() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null ? Presence.PERSON : Presence.PROGRAM;
    }

    /**
     * How output looks, given the environment: colours for a person who has not set {@code NO_COLOR} and whose terminal
     * is not {@code dumb}, {@code COLUMNS} wide if that is a number.
     */
    static Look lookOf(Map<String, String> environment, Presence presence, Charset charset) {
        boolean colours = presence == Presence.PERSON
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        String columns = environment.getOrDefault("COLUMNS", "");
        return new Look(
                columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : Look.DEFAULT_WIDTH,
                colours ? Ansi.ON : Ansi.OFF,
                charset.equals(StandardCharsets.UTF_8) ? Symbols.UNICODE : Symbols.ASCII);
    }

    /** JDK 17 keeps it under another name than later ones. */
    private static Charset terminalCharset() {
        for (String key : List.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")) {
            String name = System.getProperty(key, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.US_ASCII;
    }

    /** How output looks here. */
    public Look look() {
        return look;
    }

    /** Whether a person is there, who can be asked and may watch. */
    public boolean isInteractive() {
        return presence == Presence.PERSON;
    }

    /** Wall time. */
    public Instant now() {
        return clock.instant();
    }

    /** A variable of the environment; absent if it is unset or blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Writes a line of the result. */
    public void line(String line) {
        streams.out().println(line);
    }

    /** Writes lines of the result. */
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Writes a value as JSON; always UTF-8, whatever the terminal shows. */
    public void json(Object value) {
        byte[] bytes = (Json.writePretty(value) + "\n").getBytes(StandardCharsets.UTF_8);
        streams.out().write(bytes, 0, bytes.length);
        streams.out().flush();
    }

    /** Writes a line of an error or a notice. */
    public void notice(String line) {
        streams.err().println(line);
    }

    /** For what writes by itself, such as the usage. */
    public PrintStream out() {
        return streams.out();
    }

    /** For what writes by itself, such as a stack trace. */
    public PrintStream err() {
        return streams.err();
    }

    /** Writes over the line that was written like this before; on standard error, for it is not a result. */
    public void overwrite(String line) {
        streams.err().print(look.ansi().restartLine() + line);
        streams.err().flush();
    }

    /**
     * Everything that is typed or piped in.
     *
     * @throws IllegalArgumentException if it is longer than that
     */
    public String readAll(int mostCharacters) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[BUFFER_CHARACTERS];
        for (int read = streams.in().read(some); read >= 0; read = streams.in().read(some)) {
            text.append(some, 0, read);
            if (text.length() > mostCharacters) {
                throw new IllegalArgumentException(tooLong(mostCharacters));
            }
        }
        return text.toString();
    }

    /** What is wrong with a text of which no more was read than is allowed. */
    public static String tooLong(int mostCharacters) {
        return "longer than allowed (expected: at most " + mostCharacters + " characters)";
    }

    /** Asks a person and waits for a line; empty if none comes. */
    public String ask(String question) {
        streams.err().print(question);
        streams.err().flush();
        try {
            String answer = streams.in().readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
