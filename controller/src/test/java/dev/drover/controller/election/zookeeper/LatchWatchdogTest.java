package dev.drover.controller.election.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.controller.election.zookeeper.LatchWatchdog.Advice;
import org.junit.jupiter.api.Test;

class LatchWatchdogTest {

    private static final long SECOND = 1_000_000_000L;

    /* nanoTime may begin anywhere. */
    private static final long START = Long.MAX_VALUE - SECOND;

    private final LatchWatchdog watchdog = new LatchWatchdog(12_000);

    private static long at(long second) {
        return START + second * SECOND;
    }

    private Advice missingAt(long second) {
        return watchdog.missing(at(second));
    }

    @Test
    void patienceIsTwoSessions() {
        watchdog.joined(START);

        assertThat(missingAt(12)).isEqualTo(Advice.WAIT);
        assertThat(missingAt(13)).isEqualTo(Advice.RENEW);
        assertThat(missingAt(14)).isEqualTo(Advice.WAIT);
    }

    @Test
    void threeNewLatchesAreTriedAndNoMore() {
        watchdog.joined(START);

        assertThat(missingAt(13)).isEqualTo(Advice.RENEW);
        assertThat(missingAt(26)).isEqualTo(Advice.RENEW);
        assertThat(missingAt(39)).isEqualTo(Advice.RENEW);
        assertThat(missingAt(52)).isEqualTo(Advice.GIVE_UP);
    }

    @Test
    void nodeThatIsBackIsForgiven() {
        watchdog.joined(START);
        assertThat(missingAt(13)).isEqualTo(Advice.RENEW);
        watchdog.seen(at(20));

        assertThat(missingAt(32)).isEqualTo(Advice.WAIT);
    }

    @Test
    void timeWithoutConnectionDoesNotCount() {
        watchdog.joined(START);
        watchdog.cutOff(at(100));

        assertThat(missingAt(112)).isEqualTo(Advice.WAIT);
        assertThat(missingAt(113)).isEqualTo(Advice.RENEW);
    }
}
