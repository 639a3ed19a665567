package dev.drover.api.text;

import java.util.HexFormat;

/**
 * Text that a terminal, a log and a browser show as what it is.
 *
 * <p>Printable is every Unicode character but control characters, line and paragraph separators, lone surrogates, and
 * the characters that reorder what stands beside them, so that no text can forge a line of a log.
 */
public final class Printable {

    /** How much of a foreign value an error message repeats. */
    public static final int EXCERPT_CHARACTERS = 80;

    private static final String CUT = "...";

    private Printable() {}

    /** Whether every character of the text is printable; the empty text is. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(Printable::is);
    }

    /** Whether nothing of the text can be seen: it is empty, or has only spaces and invisible characters. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(character -> Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT);
    }

    /** The beginning of a foreign value, fit for an error message: at most 80 characters, then dots. */
    public static String excerpt(String text) {
        return excerpt(text, EXCERPT_CHARACTERS);
    }

    /**
     * The beginning of a foreign text; what is not printable is written as an escape, as JSON does.
     *
     * @param mostCharacters how long the result is at most, 10 or more
     */
    public static String excerpt(String text, int mostCharacters) {
        StringBuilder shown = new StringBuilder();
        int beforeCut = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String piece = is(character) ? Character.toString(character) : escaped(character);
            if (shown.length() + piece.length() > mostCharacters) {
                shown.setLength(beforeCut);
                return shown.append(CUT).toString();
            }
            shown.append(piece);
            beforeCut = shown.length() <= mostCharacters - CUT.length() ? shown.length() : beforeCut;
            at += Character.charCount(character);
        }
        return shown.toString();
    }

    private static boolean is(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !reorders(character);
            default -> true;
        };
    }

    private static boolean reorders(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static String escaped(int character) {
        return "\\u" + HexFormat.of().toHexDigits((char) character);
    }
}
