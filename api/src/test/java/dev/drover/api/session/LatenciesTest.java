package dev.drover.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    private static Latencies of(List<Double> all) {
        Latencies latencies = Latencies.NONE;
        for (double ms : all) {
            latencies = latencies.plus(ms);
        }
        return latencies;
    }

    private static double quantileMs(Latencies latencies, double quantile) {
        int bucket = 0;
        while (latencies.countFrom(bucket + 1) > latencies.count() * (1 - quantile)) {
            bucket++;
        }
        return Latencies.upperMs(bucket);
    }

    @Property(tries = 200)
    void aQuantileIsTheOneOfAFarFinerHistogramToAFifth(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 1, max = 60_000) Double> all) {
        Histogram finer = new Histogram(3);
        all.forEach(ms -> finer.recordValue(Math.round(ms * 1_000)));

        for (double quantile : new double[] {0.5, 0.95, 0.99}) {
            double exactMs = finer.getValueAtPercentile(quantile * 100) / 1_000.0;
            assertThat(quantileMs(of(all), quantile)).isBetween(exactMs * 0.99, exactMs * 1.21);
        }
    }

    @Property(tries = 100)
    void twoAreMergedByAdding(
            @ForAll @Size(max = 50) List<@DoubleRange(max = 600_000) Double> one,
            @ForAll @Size(max = 50) List<@DoubleRange(max = 600_000) Double> other) {
        Latencies both = of(one).plus(of(other));

        assertThat(both.count()).isEqualTo(one.size() + other.size());
        assertThat(Latencies.parse(both.toString())).isEqualTo(both);
        assertThat(of(other).plus(of(one))).isEqualTo(both);
    }

    @Test
    void everyBucketHoldsWhatTookNoLongerThanItsBound() {
        for (int bucket = 0; bucket < Latencies.BUCKETS - 1; bucket++) {
            assertThat(Latencies.bucketOf(Latencies.upperMs(bucket))).isEqualTo(bucket);
            assertThat(Latencies.bucketOf(Latencies.upperMs(bucket) * 1.001)).isEqualTo(bucket + 1);
        }
        assertThat(Latencies.bucketOf(0)).isZero();
        assertThat(Latencies.bucketOf(1e300)).isEqualTo(Latencies.BUCKETS - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "1",
                "1*",
                "*1",
                "1*0",
                "1*-1",
                "64*1",
                "2*1 1*1",
                "1*1 1*1",
                "1*1  2*1",
                "1*1 ",
                "1*9999999999999"
            })
    void whatIsNoSketchIsRefused(String text) {
        assertThatThrownBy(() -> Latencies.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: bucket*count");
    }
}
