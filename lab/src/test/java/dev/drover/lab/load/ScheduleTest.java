package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static List<Double> secondsOf(Arrivals arrivals) {
        List<Double> seconds = new ArrayList<>();
        for (Schedule schedule = new Schedule(arrivals); !schedule.isOver(); schedule.advance()) {
            seconds.add(schedule.nextNanos() / 1e9);
        }
        return seconds;
    }

    private static long countBetween(List<Double> seconds, double from, double to) {
        return seconds.stream().filter(at -> at >= from && at < to).count();
    }

    @Test
    void aConstantRateComesAtEqualDistances() {
        assertThat(secondsOf(Arrivals.constant(10).lasting(Duration.ofMillis(501))))
                .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Property(tries = 50)
    void everySecondHasItsRate(@ForAll @DoubleRange(min = 1, max = 2_000) double rate) {
        List<Double> seconds = secondsOf(Arrivals.constant(rate).lasting(Duration.ofSeconds(5)));

        for (int second = 0; second < 5; second++) {
            assertThat((double) countBetween(seconds, second, second + 1)).isCloseTo(rate, within(1.0));
        }
    }

    @Test
    void aRampGrowsEvenlyToItsRateAndHoldsIt() {
        List<Double> seconds = secondsOf(
                Arrivals.constant(100).rampedUpOver(Duration.ofSeconds(10)).lasting(Duration.ofSeconds(20)));

        assertThat(countBetween(seconds, 0, 1)).isBetween(4L, 6L);
        assertThat(countBetween(seconds, 5, 6)).isBetween(54L, 56L);
        assertThat(countBetween(seconds, 9, 10)).isBetween(94L, 96L);
        assertThat(countBetween(seconds, 12, 13)).isBetween(99L, 101L);
        assertThat(seconds).isSorted();
    }

    @Test
    void aRandomStreamHasItsRateAndIsTheSameForTheSameSeed() {
        Arrivals arrivals = Arrivals.poisson(200, 42).lasting(Duration.ofSeconds(100));

        List<Double> seconds = secondsOf(arrivals);

        assertThat(seconds).isSorted().isEqualTo(secondsOf(arrivals));
        assertThat(seconds.size()).isBetween(19_500, 20_500);
        // A second of it is as uneven as Poisson's: the variance is the mean.
        double variance = 0;
        for (int second = 0; second < 100; second++) {
            double deviation = countBetween(seconds, second, second + 1) - 200.0;
            variance += deviation * deviation / 100;
        }
        assertThat(variance).isBetween(120.0, 300.0);
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arrivals.constant(0))
                .withMessageContaining("ratePerSecond: 0 (expected: 0.1 to 20000)");
        assertThatIllegalArgumentException().isThrownBy(() -> Arrivals.constant(Double.NaN));
    }
}
