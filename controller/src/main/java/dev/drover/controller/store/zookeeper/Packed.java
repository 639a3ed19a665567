package dev.drover.controller.store.zookeeper;

import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.StoreException.Kind;
import dev.drover.controller.store.StoreLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Text as it lies in a node: as it is while short, so that people can read it there; compressed beyond. */
final class Packed {

    /** The largest node of ours. A quarter of what ZooKeeper takes by default, as a transaction carries several. */
    static final int MAX_NODE_BYTES = 256 * 1024;

    /** The longest text that is unpacked, so that a hostile node cannot fill the memory. */
    static final int MAX_TEXT_BYTES = 4 * 1024 * 1024;

    private static final int READABLE_BYTES = 8 * 1024;
    private static final int GZIP_FIRST_BYTE = 0x1f;

    private final byte[] bytes;

    private Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What was read from a node; the caller gives the array away. */
    static Packed read(byte[] bytes) {
        return new Packed(bytes);
    }

    /** Packs a text; throws StoreException (TOO_LARGE) if it does not fit into a node. */
    static Packed pack(String what, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] packed = plain.length <= READABLE_BYTES && !looksCompressed(plain) ? plain : gzip(plain);
        StoreLimits.check(what, plain.length, MAX_TEXT_BYTES);
        StoreLimits.check(what, packed.length, MAX_NODE_BYTES);
        return new Packed(packed);
    }

    /** What is written to a node; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    /** The text again; throws StoreException (CORRUPT) if the bytes are not such a text. */
    String unpack(String path) {
        if (!looksCompressed(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = gzip.readNBytes(MAX_TEXT_BYTES + 1);
            if (plain.length > MAX_TEXT_BYTES) {
                throw new StoreException(
                        Kind.CORRUPT, path + ": unpacks to more than " + MAX_TEXT_BYTES + " bytes (expected: fewer)");
            }
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException(Kind.CORRUPT, path + ": cannot be unpacked (expected: gzip)", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Packed packed && Arrays.equals(bytes, packed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static boolean looksCompressed(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == GZIP_FIRST_BYTE;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
