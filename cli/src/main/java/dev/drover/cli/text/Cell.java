package dev.drover.cli.text;

/**
 * One field of a table.
 *
 * @param text on one line; what is not printable is replaced, for texts come from other machines
 * @param style how it stands out
 */
public record Cell(String text, Style style) {

    /** Nothing to say. */
    public static final Cell NONE = new Cell("-", Style.FAINT);

    /** Makes the text printable. */
    public Cell {
        text = Lines.printable(text);
    }

    /** Plain text. */
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }

    /** A whole number. */
    public static Cell of(long number) {
        return of(Long.toString(number));
    }

    int width() {
        return Lines.width(text);
    }
}
