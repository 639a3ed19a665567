package dev.drover.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @Property
    void durationReadsBackAsItWasWritten(@ForAll @LongRange(max = 999_999_999_999L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(Durations.parse(Durations.write(duration))).isEqualTo(duration);
    }

    @Property
    void anyDurationCanBeWrittenInAnError(@ForAll long seconds, @ForAll @LongRange(max = 999_999_999) long nanos) {
        assertThat(Durations.write(Duration.ofSeconds(seconds, nanos))).matches("-?\\d+(\\.\\d+)?(ms|s|m|h)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0ms",
        "1, 1ms",
        "500, 500ms",
        "1000, 1s",
        "1500, 1500ms",
        "60000, 1m",
        "90000, 90s",
        "3600000, 1h",
        "86400000, 24h",
        "-5, -5ms"
    })
    void durationIsWrittenInTheLargestUnitThatGivesAWholeNumber(long millis, String text) {
        assertThat(Durations.write(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "6.5s, 6500",
        "0.001s, 1",
        "0.5m, 30000",
        "1.5h, 5400000",
        "00001ms, 1",
        "0h, 0",
        "999999999999h, 3599999999996400000"
    })
    void partsOfAUnitAreReadIfTheyAreWholeMilliseconds(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "ms",
                "5 s",
                " 5s",
                "5s ",
                "-5s",
                "+5s",
                "5S",
                "5sec",
                "PT5S",
                "1e3s",
                ".5s",
                "5.s",
                "0.5ms",
                "1.0001s",
                "1,5s",
                "٥s",
                "1s\n",
                "9999999999999s",
                "NaNs",
                "1m30s"
            })
    void textThatIsNoDurationIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("(expected: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"99 | 99ms (expected: 100ms to 1m)", "60001 | 60001ms (expected: 100ms to 1m)"})
    void durationOutOfItsRangeIsRefused(long millis, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.within(
                        "interval", Duration.ofMillis(millis), Duration.ofMillis(100), Duration.ofMinutes(1)))
                .withMessage("interval: " + fault);
    }
}
