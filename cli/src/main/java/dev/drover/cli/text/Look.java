package dev.drover.cli.text;

/**
 * How output looks where it is read.
 *
 * @param width in columns; {@link #MIN_WIDTH} or more
 * @param ansi whether colours are written
 * @param symbols which characters can be shown
 */
public record Look(int width, Ansi ansi, Symbols symbols) {

    /** Where nothing else is known. */
    public static final int DEFAULT_WIDTH = 80;
    /** Below that, lines run over rather than lose figures. */
    public static final int MIN_WIDTH = 40;
    /** Wider lines are hard to read. */
    public static final int MAX_WIDTH = 200;

    /** 80 columns of plain ASCII. */
    public static final Look PLAIN = new Look(DEFAULT_WIDTH, Ansi.OFF, Symbols.ASCII);

    /** Keeps the width within its bounds. */
    public Look {
        width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
    }

    /** The text in that style, if colours are on. */
    public String paint(Style style, String text) {
        return ansi.paint(style, text);
    }
}
