package dev.drover.cli.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, no wider than the terminal.
 *
 * <p>A table that is too wide first squeezes its wrapped columns, then its text columns, the widest first. Figures are
 * never cut: if they alone are too wide, lines run over.
 */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** A table without rows. */
    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    @CanIgnoreReturnValue
    public Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "row: " + cells.length + " cells (expected: " + columns.size() + ", one a column)");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The table on lines: its headings first, then its rows. */
    public List<String> render(Look look) {
        int[] widths = widths(look.width());
        List<String> lines = new ArrayList<>();
        List<Cell> titles = columns.stream()
                .map(column -> new Cell(column.title(), Style.BOLD))
                .toList();
        lines.addAll(renderRow(titles, widths, look));
        for (List<Cell> row : rows) {
            lines.addAll(renderRow(row, widths, look));
        }
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        int[] least = new int[columns.size()];
        int excess = GAP.length() * (columns.size() - 1) - width;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Lines.width(columns.get(i).title());
            least[i] = widths[i];
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).width());
                least[i] = Math.max(least[i], columns.get(i).leastWidth(row.get(i)));
            }
            excess += widths[i];
        }
        excess = squeeze(Column.Kind.WRAPPED, widths, least, excess);
        squeeze(Column.Kind.TEXT, widths, least, excess);
        return widths;
    }

    /** Narrows the widest column of that kind by one until nothing is in excess; returns what still is. */
    @CanIgnoreReturnValue
    private int squeeze(Column.Kind kind, int[] widths, int[] least, int excess) {
        int left = excess;
        while (left > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean canGive = columns.get(i).kind() == kind && widths[i] > least[i];
                widest = canGive && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                return left;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }

    private List<String> renderRow(List<Cell> row, int[] widths, Look look) {
        List<List<String>> blocks = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> block = columns.get(i).kind() == Column.Kind.WRAPPED
                    ? Lines.wrap(row.get(i).text(), widths[i])
                    : List.of(Lines.cut(row.get(i).text(), widths[i], look.symbols()));
            blocks.add(block);
            height = Math.max(height, block.size());
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            lines.add(renderLine(row, blocks, y, widths, look));
        }
        return lines;
    }

    private String renderLine(List<Cell> row, List<List<String>> blocks, int y, int[] widths, Look look) {
        StringBuilder line = new StringBuilder();
        int pending = 0;
        for (int i = 0; i < widths.length; i++) {
            String text = y < blocks.get(i).size() ? blocks.get(i).get(y) : "";
            int padding = widths[i] - Lines.width(text);
            boolean right = columns.get(i).kind() == Column.Kind.NUMBER;
            if (!text.isBlank()) {
                line.append(" ".repeat(pending + (right ? padding : 0)))
                        .append(look.paint(row.get(i).style(), text));
                pending = right ? 0 : padding;
            } else {
                pending += widths[i];
            }
            pending += GAP.length();
        }
        return line.toString();
    }
}
