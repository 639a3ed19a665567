package dev.drover.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0, 0%", "1, 0.01%", "8200, 82%", "8250, 82.50%", "10000, 100%"})
    void basisPointsAreShownInPercent(int basisPoints, String shown) {
        assertThat(Figures.basisPoints(basisPoints)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.3", "7, 7", "999.6, 1000", "123456.7, 123457"})
    void smallRatesHaveADecimal(double rps, String shown) {
        assertThat(Figures.rps(rps)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.949, 95%", "1.3, 130%", "NaN, -", "Infinity, -"})
    void ratiosAreShownInPercent(double ratio, String shown) {
        assertThat(Figures.percent(ratio)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.5, ........   -50%",
        "0, ........   0%",
        "0.5, ####....  50%",
        "1, ######## 100%",
        "1.4, ######## 140%",
        "NaN, -"
    })
    void aBarNeverLeavesItsWidth(double ratio, String shown) {
        assertThat(Bar.of(ratio, 8, Symbols.ASCII).replaceAll(" +", " ")).isEqualTo(shown.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 0s",
        "0, 0s",
        "119, 119s",
        "120, 2m",
        "7199, 119m",
        "7200, 2h",
        "12000, 3h20m",
        "172799, 47h59m",
        "172800, 2d",
        "187200, 2d4h"
    })
    void agesHaveTwoUnitsAtMost(long seconds, String shown) {
        assertThat(Ages.of(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    @Test
    void instantsAreShownInUtc() {
        assertThat(Ages.instant(Instant.parse("2026-11-01T05:22:01.999Z"))).isEqualTo("2026-11-01 05:22:01 UTC");
    }

    @Test
    void nounsAgreeWithTheirNumber() {
        assertThat(Figures.count(1, "agent")).isEqualTo("1 agent");
        assertThat(Figures.count(0, "agent")).isEqualTo("0 agents");
    }
}
