package dev.drover.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void textIsBrokenAtSpaces() {
        assertThat(Lines.wrap("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsTooLongIsBrokenInItself() {
        assertThat(Lines.wrap("a bbbbbbbbbb c", 4)).containsExactly("a", "bbbb", "bbbb", "bb c");
    }

    @Test
    void noLineIsBrokenAtANoBreakSpace() {
        assertThat(Lines.wrap("us-east-1\u00a082% eu\u00a018%", 15)).containsExactly("us-east-1 82%", "eu 18%");
    }

    @Test
    void furtherLinesHangUnderTheFirst() {
        assertThat(Lines.hanging("* ", "one two", 5)).containsExactly("* one", "  two");
    }

    @Test
    void nothingThatSteersATerminalGetsThrough() {
        assertThat(Lines.printable("a\u001b[2Jb\nc\u009bd\u202ee\ud800f")).isEqualTo("a?[2Jb?c?d?e?f");
    }

    @Test
    void whatIsCutEndsWithAnEllipsis() {
        assertThat(Lines.cut("us-east-1", 5, Symbols.ASCII)).isEqualTo("us-e~");
        assertThat(Lines.cut("us-east-1", 9, Symbols.ASCII)).isEqualTo("us-east-1");
        assertThat(Lines.cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2, Symbols.UNICODE))
                .isEqualTo("\ud83d\ude00…");
    }

    @Property
    void everyLineFitsAndNoCharacterIsLost(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
        List<String> lines = Lines.wrap(text, width);

        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(Lines.width(line))
                .isLessThanOrEqualTo(width));
        assertThat(withoutSpaces(String.join("", lines))).isEqualTo(withoutSpaces(Lines.printable(text)));
    }

    private static String withoutSpaces(String text) {
        return text.replace(" ", "").replace(String.valueOf(Lines.NO_BREAK), "");
    }
}
