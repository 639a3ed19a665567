package dev.drover.edge.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the bytes of a request's head before the parser does, and names what two parsers could read differently.
 *
 * <p>The parser folds lines, skips control characters and takes any run of blanks for one; a region's parser may not.
 * What is not plain is refused here, so that both see the same request or none.
 */
final class HeadScanner implements ByteProcessor {

    private static final int BLANKS_OF_REQUEST_LINE = 2;
    private static final byte DEL = 0x7f;

    private boolean inHead = true;
    private int ahead;
    private int lines;
    private int lineLength;
    private int blanks;
    private byte previous;
    private @Nullable String fault;

    /** Looks at what has come since the last call; gives what is wrong, or null. */
    @Nullable
    String scan(ByteBuf buffer) {
        if (inHead && fault == null) {
            int from = buffer.readerIndex() + ahead;
            int end = buffer.forEachByte(from, buffer.writerIndex() - from, this);
            ahead = (end < 0 ? buffer.writerIndex() : end + 1) - buffer.readerIndex();
        }
        return fault;
    }

    /** The parser has taken so many bytes. */
    void consumed(int bytes) {
        ahead = Math.max(0, ahead - bytes);
    }

    /** A request has ended: what comes is the head of the next. */
    void restart() {
        inHead = true;
        ahead = 0;
        lines = 0;
        lineLength = 0;
        blanks = 0;
        previous = 0;
    }

    @Override
    public boolean process(byte value) {
        if (value == '\n') {
            endLine();
        } else if (previous == '\r') {
            fault = "a CR without LF";
        } else if (value != '\r') {
            inLine(value);
        }
        previous = value;
        return inHead && fault == null;
    }

    private void endLine() {
        if (previous != '\r') {
            fault = "an LF without CR";
        } else if (lineLength > 0) {
            fault = lines == 0 && blanks != BLANKS_OF_REQUEST_LINE ? "blanks in the request line" : null;
            lines++;
            lineLength = 0;
        } else if (lines > 0) {
            inHead = false;
        }
    }

    private void inLine(byte value) {
        boolean first = lineLength++ == 0;
        if (first && (value == ' ' || value == '\t')) {
            fault = "a line that begins with a blank";
        } else if (value == DEL || (value >= 0 && value < ' ' && value != '\t')) {
            fault = "a control character";
        } else if (lines == 0) {
            inRequestLine(value);
        }
    }

    private void inRequestLine(byte value) {
        if (value < ' ') {
            fault = "a request line that is not ASCII";
        } else if (value == ' ') {
            blanks++;
        }
    }
}
