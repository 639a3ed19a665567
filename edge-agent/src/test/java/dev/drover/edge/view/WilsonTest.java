package dev.drover.edge.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,10,0", "14,14,0.6087", "3,5,0.1377", "50,100,0.3563", "500,1000,0.4528"})
    void boundsAreThoseOfTheFormula(long failed, long count, double expected) {
        assertThat(Wilson.lowerBound(failed, count, 3)).isCloseTo(expected, within(0.0001));
    }

    @Property
    void boundIsNeverAboveTheRatio(@ForAll @IntRange(min = 1, max = 100_000) int count, @ForAll double part) {
        long failed = (long) (Math.abs(part % 1) * count);

        assertThat(Wilson.lowerBound(failed, count, 3)).isBetween(0.0, (double) failed / count + 1e-9);
    }
}
