package dev.drover.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Look NARROW = new Look(40, Ansi.OFF, Symbols.ASCII);

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = Table.of(Column.text("REGION"), Column.number("RPS"), Column.text("MARK"))
                .row(Cell.of("us-east-1"), Cell.of(7), Cell.of("open"))
                .row(Cell.of("eu"), Cell.of(12345), Cell.NONE);

        assertThat(table.render(Look.PLAIN))
                .containsExactly("REGION       RPS  MARK", "us-east-1      7  open", "eu         12345  -");
    }

    @Test
    void aTableThatIsTooWideBreaksItsListsFirst() {
        Table table = Table.of(Column.text("EDGE"), Column.wrapped("WEIGHTS"))
                .row(Cell.of("a-long-name-of-an-edge"), Cell.of("us-east-1\u00a034% us-west-2\u00a066%"));

        assertThat(table.render(NARROW))
                .containsExactly(
                        "EDGE                    WEIGHTS",
                        "a-long-name-of-an-edge  us-east-1 34%",
                        "                        us-west-2 66%");
    }

    @Test
    void aTableThatIsStillTooWideCutsItsNames() {
        Table table = Table.of(Column.text("REGION"), Column.number("RPS"))
                .row(Cell.of("a-region-with-a-name-of-far-too-many-characters"), Cell.of(12345));

        assertThat(table.render(NARROW))
                .containsExactly(
                        "REGION                               RPS", "a-region-with-a-name-of-far-too-~  12345");
    }

    @Test
    void figuresAreNeverCut() {
        Table table =
                Table.of(Column.number("A"), Column.number("B")).row(Cell.of("1".repeat(30)), Cell.of("2".repeat(30)));

        assertThat(table.render(NARROW).get(1)).isEqualTo("1".repeat(30) + "  " + "2".repeat(30));
    }

    @Test
    void coloursTakeNoRoom() {
        Table table = Table.of(Column.text("A"), Column.text("B")).row(new Cell("x", Style.BAD), Cell.of("y"));

        assertThat(table.render(new Look(80, Ansi.ON, Symbols.ASCII)))
                .containsExactly("\u001b[1mA\u001b[0m  \u001b[1mB\u001b[0m", "\u001b[31mx\u001b[0m  y");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Table table = Table.of(Column.text("A"));

        assertThatThrownBy(() -> table.row(Cell.NONE, Cell.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row: 2 cells (expected: 1, one a column)");
    }

    @Property(tries = 200)
    void aTableOfTextsFitsItsWidth(
            @ForAll @AlphaChars @StringLength(max = 60) String name,
            @ForAll @AlphaChars @StringLength(max = 60) String list,
            @ForAll @IntRange(min = 40, max = 100) int width) {
        List<String> lines = Table.of(Column.text("NAME"), Column.wrapped("LIST"), Column.text("MORE"))
                .row(Cell.of(name), Cell.of(list.replaceAll("(.{8})", "$1 ")), Cell.of(list))
                .render(new Look(width, Ansi.OFF, Symbols.ASCII));

        assertThat(lines).allSatisfy(line -> assertThat(Lines.width(line)).isLessThanOrEqualTo(width));
    }
}
