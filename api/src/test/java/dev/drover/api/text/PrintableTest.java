package dev.drover.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Property
    void excerptOfAnyTextIsShortAndPrintable(@ForAll String text, @ForAll @IntRange(min = 10, max = 100) int most) {
        String excerpt = Printable.excerpt(text, most);

        assertThat(excerpt.length()).isLessThanOrEqualTo(most);
        assertThat(Printable.is(excerpt)).isTrue();
        assertThat(new String(excerpt.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(excerpt);
    }

    @Property
    void excerptOfAnExcerptIsTheSame(@ForAll String text) {
        String excerpt = Printable.excerpt(text);

        assertThat(Printable.excerpt(excerpt)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 78, 79, 80})
    void printableTextUpToTheLimitIsShownWhole(int length) {
        assertThat(Printable.excerpt("x".repeat(length))).isEqualTo("x".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 82, 1_000})
    void longerTextIsCutWithDots(int length) {
        assertThat(Printable.excerpt("x".repeat(length))).isEqualTo("x".repeat(77) + "...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🐑", "\u001b", "\ud83d"})
    void nothingIsCutInItsMiddle(String piece) {
        String excerpt = Printable.excerpt(piece.repeat(100));
        String shown = Printable.excerpt(piece);

        assertThat(excerpt).endsWith("...");
        assertThat(excerpt.replace(shown, "")).isEqualTo("...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "Müller", "日本語", "🐑", "👨\u200d👩\u200d👧", "می\u200cخواهم", "a\u00a0b", "{\"a\":1}"
            })
    void textOfAnyLanguageIsPrintable(String text) {
        assertThat(Printable.is(text)).isTrue();
        assertThat(Printable.excerpt(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\t",
                "\u0000",
                "\u001b[2J",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\ud83d",
                "\ude00a"
            })
    void textThatSteersATerminalIsNot(String text) {
        assertThat(Printable.is(text)).isFalse();
        assertThat(Printable.excerpt(text)).startsWith("\\u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u3000", "\u200b\u200e", "\u0000"})
    void textOfWhichNothingCanBeSeenIsBlank(String text) {
        assertThat(Printable.isBlank(text)).isTrue();
        assertThat(Printable.isBlank(text + "a" + text)).isFalse();
    }
}
