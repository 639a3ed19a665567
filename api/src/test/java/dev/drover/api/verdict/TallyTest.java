package dev.drover.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Property
    void lowerBoundIsNeverAboveWhatWasSeen(
            @ForAll @LongRange(max = 1_000_000_000_000L) long failed,
            @ForAll @LongRange(max = 1_000_000_000_000L) long succeeded) {
        Tally tally = new Tally(failed + succeeded, failed);

        assertThat(tally.failureLowerBound(3)).isBetween(0.0, tally.ratio());
    }

    /** Wilson's interval as published tables have it. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1.96, 0.2065", "10, 5, 1.96, 0.2366", "100, 50, 1.96, 0.4038", "20, 20, 3, 0.6897", "9, 0, 3, 0"
    })
    void lowerBoundIsThatOfWilson(long count, long failed, double z, double bound) {
        assertThat(new Tally(count, failed).failureLowerBound(z)).isCloseTo(bound, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "1, 2", "-5, -5"})
    void tallyThatCannotBeIsRefused(long count, long failed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally(count, failed))
                .withMessageContaining("(expected: 0 to ");
    }
}
