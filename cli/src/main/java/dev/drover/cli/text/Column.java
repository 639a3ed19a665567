package dev.drover.cli.text;

/**
 * A column of a table.
 *
 * @param title its heading
 * @param kind how its cells are set, and what gives when the table is too wide
 */
public record Column(String title, Kind kind) {

    /** How cells are set. */
    public enum Kind {
        /** From the left; cut when the table is too wide. */
        TEXT,
        /** From the right; never cut. */
        NUMBER,
        /** From the left; never cut. */
        WHOLE,
        /** From the left; broken into several lines when the table is too wide. */
        WRAPPED
    }

    private static final int LEAST_WIDTH = 6;

    /** Names and the like. */
    public static Column text(String title) {
        return new Column(title, Kind.TEXT);
    }

    /** Figures. */
    public static Column number(String title) {
        return new Column(title, Kind.NUMBER);
    }

    /** Text that means nothing when it is cut. */
    public static Column whole(String title) {
        return new Column(title, Kind.WHOLE);
    }

    /** Lists and sentences. */
    public static Column wrapped(String title) {
        return new Column(title, Kind.WRAPPED);
    }

    /** The least width that the column may be squeezed to for that cell. */
    int leastWidth(Cell cell) {
        return switch (kind) {
            case NUMBER, WHOLE -> cell.width();
            case TEXT -> Math.min(cell.width(), LEAST_WIDTH);
            case WRAPPED -> Lines.longestWord(cell.text());
        };
    }
}
