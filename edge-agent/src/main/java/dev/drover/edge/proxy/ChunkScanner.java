package dev.drover.edge.proxy;

import org.jspecify.annotations.Nullable;

/**
 * Looks at the framing of a body in chunks, up to the line of the last one.
 *
 * <p>The parser takes the size 100000005 for 5, and blanks and words around a size for nothing; another may not.
 */
final class ChunkScanner {

    /** What fits the parser's number; zeros before it count. */
    private static final int SIZE_DIGITS = 8;

    private static final int HEXADECIMAL = 16;
    private static final byte DEL = 0x7f;

    private enum Place {
        SIZE,
        EXTENSION,
        LF_OF_SIZE,
        DATA,
        CR_OF_DATA,
        LF_OF_DATA,
        ENDED
    }

    private Place place = Place.SIZE;
    private int digits;
    private long size;
    private @Nullable String fault;

    /** What comes is the size of a first chunk. */
    void expectChunks() {
        place = Place.SIZE;
        digits = 0;
        size = 0;
    }

    /** Whether the line of the last chunk has come. */
    boolean hasEnded() {
        return place == Place.ENDED;
    }

    /** What is wrong; null if nothing is. */
    @Nullable
    String fault() {
        return fault;
    }

    /** How many of the next bytes are data that need not be looked at. */
    long dataBytes() {
        return place == Place.DATA ? size : 0;
    }

    /** So many bytes of data have gone by. */
    void skip(long bytes) {
        size -= bytes;
        if (size == 0) {
            place = Place.CR_OF_DATA;
        }
    }

    /** Looks at a byte that is not data. */
    void process(byte value) {
        switch (place) {
            case SIZE -> inSize(value);
            case EXTENSION -> inExtension(value);
            case LF_OF_SIZE -> expect(value, '\n', size == 0 ? Place.ENDED : Place.DATA);
            case CR_OF_DATA -> expect(value, '\r', Place.LF_OF_DATA);
            case LF_OF_DATA -> {
                expectChunks();
                expect(value, '\n', Place.SIZE);
            }
            case DATA, ENDED -> throw new IllegalStateException("place: " + place + " (expected: in the framing)");
        }
    }

    private void inSize(byte value) {
        int digit = Character.digit(value, HEXADECIMAL);
        if (digit >= 0 && digits < SIZE_DIGITS) {
            digits++;
            size = size * HEXADECIMAL + digit;
        } else if (digits > 0 && value == '\r') {
            place = Place.LF_OF_SIZE;
        } else if (digits > 0 && value == ';') {
            place = Place.EXTENSION;
        } else {
            fault = "a chunk whose size is not a number of 1 to 8 digits";
        }
    }

    private void inExtension(byte value) {
        if (value == '\r') {
            place = Place.LF_OF_SIZE;
        } else if (value == DEL || (value < ' ' && value != '\t')) {
            fault = "a chunk whose extension is not printable ASCII";
        }
    }

    private void expect(byte value, char wanted, Place next) {
        if (value == wanted) {
            place = next;
        } else {
            fault = "a chunk that does not end in CR LF where it must";
        }
    }
}
