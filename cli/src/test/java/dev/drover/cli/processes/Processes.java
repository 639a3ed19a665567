package dev.drover.cli.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs of the jar that was just made, each in a process of its own; all are ended when this is closed. */
final class Processes implements AutoCloseable {

    private static final Path JAR = Path.of("target/drover.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Many JVMs on a small machine: little memory each, and compiled quickly rather than well. */
    private static final List<String> SMALL =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Path directory;
    private final Map<String, Process> running = new TreeMap<>();

    /** What each writes is kept in files of that directory. */
    Processes(Path directory) {
        this.directory = directory;
    }

    /** A command that ended. */
    record Ended(int exitCode, String out) {}

    /** Starts a part under a name, once more if it ended before. */
    void start(String name, List<String> arguments) {
        Process before = running.put(name, launch(name, arguments));
        if (before != null && before.isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
    }

    /** What {@code kill -9} does: the process gets no chance to say goodbye. */
    void kill(String name) {
        Process process = running.get(name);
        process.destroyForcibly();
        await(name, process, 10);
    }

    /** Runs a command to its end. */
    Ended run(List<String> arguments, long mostSeconds) {
        String name = "command-" + running.size();
        start(name, arguments);
        return end(name, mostSeconds);
    }

    /** Waits until a part ends by itself. */
    Ended end(String name, long mostSeconds) {
        Process process = running.get(name);
        await(name, process, mostSeconds);
        try {
            return new Ended(process.exitValue(), Files.readString(out(name), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
        running.forEach((name, process) -> await(name, process, 10));
    }

    private Process launch(String name, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(SMALL);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(out(name).toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            directory.resolve(name + ".err").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path out(String name) {
        return directory.resolve(name + ".out");
    }

    private static void await(String name, Process process, long mostSeconds) {
        try {
            if (!process.waitFor(mostSeconds, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " has not ended after " + mostSeconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
