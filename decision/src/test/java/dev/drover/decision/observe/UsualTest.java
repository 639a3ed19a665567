package dev.drover.decision.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.Latencies;
import dev.drover.api.steering.SlowSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsualTest {

    private static final SlowSettings SETTINGS =
            new SlowSettings(2, Duration.ofMillis(50), 60, 0.02, 0.03, Duration.ofSeconds(10), 6, 5, 0.008, 0.01);

    private Usual usual = Usual.UNKNOWN;

    private void see(int seconds, double ms) {
        for (int second = 0; second < seconds; second++) {
            usual = usual.with(Latencies.NONE.plus(ms), 1_000, SETTINGS);
        }
    }

    private boolean isSlow(double ms) {
        return usual.slow(Latencies.NONE.plus(ms)) == 1;
    }

    @Test
    void nothingIsSlowBeforeAMinuteOfAnswersWasSeen() {
        see(59, 40);
        assertThat(usual.isKnown()).isFalse();
        assertThat(isSlow(10_000)).isFalse();

        see(2, 40);
        assertThat(isSlow(10_000)).isTrue();
    }

    @Test
    void slowIsMoreThanTwiceWhatAnswersUsuallyTake() {
        see(600, 100);

        assertThat(isSlow(190)).isFalse();
        assertThat(isSlow(270)).isTrue();
    }

    @Test
    void whatNobodyFeelsIsNeverSlow() {
        see(600, 2);

        assertThat(isSlow(45)).isFalse();
        assertThat(isSlow(70)).isTrue();
    }

    @Test
    void aSlownessDoesNotBecomeUsualForMostOfAnHour() {
        see(3_600, 100);

        see(1_800, 500);
        assertThat(isSlow(500)).isTrue();

        see(3 * 3_600, 500);
        assertThat(isSlow(500)).isFalse();
    }

    @Test
    void aFewSlowAnswersDoNotChangeWhatIsUsual() {
        for (int minute = 0; minute < 60; minute++) {
            see(59, 100);
            see(1, 2_000);
        }

        assertThat(isSlow(270)).isTrue();
    }
}
