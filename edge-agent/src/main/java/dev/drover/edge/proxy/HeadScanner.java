package dev.drover.edge.proxy;

import io.netty.util.ByteProcessor;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the bytes of a request's head, or of the trailer behind its chunks, and names what two parsers could read
 * differently.
 *
 * <p>The parser folds lines, skips control characters and takes any run of blanks for one; a region's parser may not.
 */
final class HeadScanner implements ByteProcessor {

    private static final int BLANKS_OF_REQUEST_LINE = 2;
    private static final byte DEL = 0x7f;
    private static final BitSet NAME_CHARACTERS = nameCharacters();

    private int lines;
    private int lineLength;
    private int blanks;
    private boolean inName;
    private byte previous;
    private boolean ended;
    private @Nullable String fault;

    /** What comes is a request line, and headers. */
    void expectHead() {
        lines = 0;
        lineLength = 0;
        blanks = 0;
        previous = 0;
        ended = false;
    }

    /** What comes is headers only, or none. */
    void expectTrailer() {
        expectHead();
        lines = 1;
    }

    /** Whether the empty line has come. */
    boolean hasEnded() {
        return ended;
    }

    /** What is wrong; null if nothing is. */
    @Nullable
    String fault() {
        return fault;
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
        return !ended && fault == null;
    }

    private void endLine() {
        if (previous != '\r') {
            fault = "an LF without CR";
        } else if (lineLength == 0) {
            ended = lines > 0;
        } else if (lines == 0 ? blanks != BLANKS_OF_REQUEST_LINE : inName) {
            fault = lines == 0 ? "a request line that is not three words" : "a header without a colon";
        } else {
            lines++;
            lineLength = 0;
        }
    }

    private void inLine(byte value) {
        if (lineLength++ == 0) {
            inName = lines > 0;
            if (value == ' ' || value == '\t' || value == ':') {
                fault = "a line that begins with a blank or a colon";
            }
        }
        if (value == DEL || (value >= 0 && value < ' ' && value != '\t')) {
            fault = "a control character";
        } else if (lines == 0) {
            inRequestLine(value);
        } else if (inName) {
            inName(value);
        }
    }

    private void inRequestLine(byte value) {
        if (value < ' ') {
            fault = "a request line with a tab, or not in ASCII";
        } else if (value == ' ') {
            blanks++;
        }
    }

    private void inName(byte value) {
        if (value == ':') {
            inName = false;
        } else if (value < 0 || !NAME_CHARACTERS.get(value)) {
            fault = "a header whose name is not a token";
        }
    }

    private static BitSet nameCharacters() {
        BitSet characters = new BitSet();
        "!#$%&'*+-.^_`|~".chars().forEach(characters::set);
        characters.set('0', '9' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('a', 'z' + 1);
        return characters;
    }
}
