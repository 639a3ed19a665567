package dev.drover.edge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void ceilingDoublesUpToThirtySeconds() {
        List<Long> longest = LongStream.range(0, 10)
                .mapToObj(attempt -> Stream.iterate(0, seed -> seed + 1)
                        .limit(200)
                        .map(seed -> waitOf(new SplittableRandom(seed), attempt))
                        .max(Long::compare)
                        .orElseThrow())
                .toList();

        assertThat(longest.get(0)).isBetween(450L, 501L);
        assertThat(longest.get(1)).isBetween(900L, 1_001L);
        assertThat(longest.get(5)).isBetween(14_400L, 16_001L);
        assertThat(longest.subList(6, 10)).allMatch(wait -> wait > 27_000 && wait <= 30_001);
    }

    private static long waitOf(SplittableRandom random, long attempt) {
        Backoff tried = new Backoff(random);
        return LongStream.rangeClosed(0, attempt)
                .map(ignored -> tried.nextMillis())
                .max()
                .orElseThrow();
    }

    @Test
    void fleetComesBackSpreadOverTheWholeTime() {
        long early = Stream.iterate(0, seed -> seed + 1)
                .limit(1_000)
                .filter(seed -> new Backoff(new SplittableRandom(seed)).nextMillis() < 250)
                .count();

        assertThat(early).isBetween(400L, 600L);
    }

    @Test
    void sessionThatLastedSetsItBackAndAShortOneDoesNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(backoff.nextMillis()).isPositive();
        }

        backoff.lasted(Backoff.LASTED_MILLIS);

        assertThat(backoff.nextMillis()).isLessThanOrEqualTo(501);
        backoff.lasted(Backoff.LASTED_MILLIS - 1);
        assertThat(LongStream.range(0, 200)
                        .map(seed -> backoff.nextMillis())
                        .max()
                        .orElseThrow())
                .isGreaterThan(20_000);
    }

    @Test
    void controllerCanAskForPatienceOnceAndWithinReason() {
        backoff.asked(5_000);
        assertThat(backoff.nextMillis()).isBetween(5_001L, 5_501L);
        assertThat(backoff.nextMillis()).isLessThanOrEqualTo(1_001);

        backoff.asked(Long.MAX_VALUE);
        assertThat(backoff.nextMillis()).isBetween(60_001L, 62_001L);
        backoff.asked(-1);
        assertThat(backoff.nextMillis()).isLessThanOrEqualTo(4_001);
    }
}
