package dev.drover.decision.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void piecesThatFollowEachOtherHoldEveryBucketOnce() {
        Instant opened = START.plusMillis(130);
        Instant looked = START.plusMillis(1_740);
        Instant now = START.plusMillis(3_010);

        Window first = Window.over(opened, looked);
        Window second = Window.over(looked, now);

        assertThat(second.bucketBefore(0)).isEqualTo(first.lastBucket());
        assertThat(first.bucketsPerBlock() + second.bucketsPerBlock())
                .isEqualTo(Window.over(opened, now).bucketsPerBlock());
    }

    @Test
    void bucketThatIsUnderWayIsLeftForTheNextLook() {
        Instant now = START.plusMillis(1_010);

        assertThat(Window.over(START, now).lastBucket()).isEqualTo(Window.bucketOf(now) - 1);
        assertThat(Window.over(now, now.plusMillis(100)).bucketsPerBlock()).isZero();
    }
}
