package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlidingRateTest {

    private static long at(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void aSteadyStreamIsSeenAsItIsFromTheBeginning() {
        SlidingRate rate = new SlidingRate(0);

        for (long ms = 0; ms < 500; ms += 5) {
            rate.count(at(ms));
        }
        assertThat(rate.perSecond(at(500))).isCloseTo(200, within(5.0));

        for (long ms = 500; ms < 10_000; ms += 5) {
            rate.count(at(ms));
        }
        assertThat(rate.perSecond(at(10_000))).isCloseTo(200, within(10.0));
    }

    @Test
    void whatIsMoreThanThreeSecondsAgoIsForgotten() {
        SlidingRate rate = new SlidingRate(0);
        for (int i = 0; i < 300; i++) {
            rate.count(at(1_000));
        }

        assertThat(rate.perSecond(at(3_000))).isCloseTo(100, within(5.0));
        assertThat(rate.perSecond(at(4_200))).isZero();
        assertThat(rate.perSecond(at(1_000_000))).isZero();
    }
}
