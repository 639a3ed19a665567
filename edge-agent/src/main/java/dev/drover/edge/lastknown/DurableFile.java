package dev.drover.edge.lastknown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole or not there at all, whenever the machine stops. */
final class DurableFile {

    /** A sealed slice in JSON, every character of it escaped, and nothing larger. */
    private static final long READ_BYTES_MOST = 2 * 1024 * 1024;

    static final String ASIDE = ".aside";

    private DurableFile() {}

    /** Writes aside, forces to disk, renames, forces the directory. The file before stays if any of it fails. */
    static void write(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        if (directory == null) {
            throw new IOException(file + " (expected: a file in a directory)");
        }
        try {
            writeAndForce(aside, text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void writeAndForce(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int written = channel.write(bytes);
                if (written <= 0) {
                    throw new IOException(file + ": nothing more can be written (expected: room)");
                }
            }
            channel.force(true);
        }
    }

    /** Reads a whole file of text. */
    static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        long size = Files.size(file);
        if (size > READ_BYTES_MOST) {
            throw new IOException(file + ": " + size + " bytes (expected: at most " + READ_BYTES_MOST + ")");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
