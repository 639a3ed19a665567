package dev.drover.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text on lines of a bounded width. Width is counted in code points. */
public final class Lines {

    /** A space at which no line is broken; written as a plain one. */
    public static final char NO_BREAK = '\u00a0';

    private Lines() {}

    /**
     * The text with {@code ?} for each character that could steer a terminal: control and format characters, line and
     * paragraph separators, halves of surrogate pairs.
     */
    public static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isPrintable(c) ? c : '?').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many columns the text takes. */
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text if it fits, else its beginning and an ellipsis. */
    public static String cut(String text, int width, Symbols symbols) {
        String plain = text.replace(NO_BREAK, ' ');
        return width(plain) <= width
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, Math.max(0, width - 1))) + symbols.ellipsis();
    }

    /**
     * The printable text broken at spaces into lines of at most that width; a word that is longer is broken in itself.
     *
     * @param width 1 or more
     * @return one line at least
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" +", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
            while (width(line.toString()) > width) {
                int end = line.offsetByCodePoints(0, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines.stream().map(each -> each.replace(NO_BREAK, ' ')).toList();
    }

    /** The printable text after a prefix, broken to the width, further lines indented as far as the prefix is long. */
    public static List<String> hanging(String prefix, String text, int width) {
        List<String> lines = new ArrayList<>();
        String indent = prefix;
        for (String line : wrap(text, Math.max(1, width - width(prefix)))) {
            lines.add((indent + line).stripTrailing());
            indent = " ".repeat(width(prefix));
        }
        return lines;
    }

    /** The width of the longest word: the least into which {@link #wrap} fits the text without breaking one. */
    static int longestWord(String text) {
        int longest = 1;
        for (String word : text.split(" +", -1)) {
            longest = Math.max(longest, width(word));
        }
        return longest;
    }
}
