package dev.drover.cli.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.text.Ansi;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Symbols;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void aPersonSeesColours() {
        assertThat(Terminal.lookOf(Map.of(), Presence.PERSON, UTF_8)).isEqualTo(new Look(80, Ansi.ON, Symbols.UNICODE));
    }

    @Test
    void aFileHoldsNoColours() {
        assertThat(Terminal.lookOf(Map.of(), Presence.PROGRAM, UTF_8).ansi()).isEqualTo(Ansi.OFF);
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1", "TERM, dumb"})
    void coloursCanBeRefused(String variable, String value) {
        assertThat(Terminal.lookOf(Map.of(variable, value), Presence.PERSON, UTF_8)
                        .ansi())
                .isEqualTo(Ansi.OFF);
    }

    @Test
    void aTerminalWithoutUtf8SeesAscii() {
        assertThat(Terminal.lookOf(Map.of(), Presence.PERSON, US_ASCII).symbols())
                .isEqualTo(Symbols.ASCII);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "10, 40", "9999, 200", "99999, 80", "wide, 80", "'', 80"})
    void theWidthIsKeptWithinItsBounds(String columns, int width) {
        assertThat(Terminal.lookOf(Map.of("COLUMNS", columns), Presence.PERSON, UTF_8)
                        .width())
                .isEqualTo(width);
    }
}
