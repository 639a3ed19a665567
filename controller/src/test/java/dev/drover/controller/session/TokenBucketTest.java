package dev.drover.controller.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long START = Long.MAX_VALUE - 5;

    @Test
    void burstPassesAtOnceAndNothingAfterIt() {
        TokenBucket bucket = new TokenBucket(5, 20, START);

        assertThat(IntStream.range(0, 25).filter(i -> bucket.take(START)).count())
                .isEqualTo(20);
    }

    @Test
    void rateIsEarnedOverTimeEvenWhereTheClockOverflows() {
        TokenBucket bucket = new TokenBucket(5, 1, START);

        assertThat(bucket.take(START)).isTrue();
        assertThat(bucket.take(START + TimeUnit.MILLISECONDS.toNanos(199))).isFalse();
        assertThat(bucket.take(START + TimeUnit.MILLISECONDS.toNanos(200))).isTrue();
    }

    @Property
    void neverMoreThanBurstAndRateTogether(
            @ForAll @Size(max = 200) java.util.List<@LongRange(min = 0, max = 2_000_000_000L) Long> waits,
            @ForAll @IntRange(min = 1, max = 50) int burst) {
        TokenBucket bucket = new TokenBucket(5, burst, 0);
        long now = 0;
        long taken = 0;
        for (long wait : waits) {
            now += wait;
            taken += bucket.take(now) ? 1 : 0;
        }

        assertThat(taken).isLessThanOrEqualTo(burst + now / 200_000_000L);
    }
}
