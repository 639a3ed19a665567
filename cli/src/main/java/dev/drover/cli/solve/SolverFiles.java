package dev.drover.cli.solve;

import dev.drover.api.json.Json;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads problems; what cannot be read is a UsageException naming file, place, value and what was expected. */
final class SolverFiles {

    /** Means standard input where a file is expected. */
    static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    SolverFiles(Terminal terminal) {
        this.terminal = terminal;
    }

    SolverFile read(String file) {
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        try {
            String text = file.equals(STANDARD_INPUT) ? terminal.readAll(Json.MAX_CHARACTERS) : textOf(Path.of(file));
            return Json.readWritten(text, SolverFile.class);
        } catch (InvalidPathException | IOException e) {
            throw new UsageException(name + ": " + reason(e) + " (expected: a file that can be read)", e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        }
    }

    /** At most one byte more than is allowed, whatever the file is. */
    private static String textOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Json.MAX_CHARACTERS + 1);
            if (bytes.length > Json.MAX_CHARACTERS) {
                throw new IllegalArgumentException(Terminal.tooLong(Json.MAX_CHARACTERS));
            }
            return Json.textOf(bytes);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        return e instanceof AccessDeniedException ? "reading it is not allowed" : String.valueOf(e.getMessage());
    }
}
