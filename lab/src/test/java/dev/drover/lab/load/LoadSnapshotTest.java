package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadSnapshotTest {

    private final LoadStats stats = new LoadStats(InstantSource.fixed(Instant.EPOCH), 0);

    private void served(String region, long latencyMillis) {
        end(new Outcome.Served(region, new Outcome.Marks(false, false)), latencyMillis);
    }

    private void failed(FailureKind kind) {
        end(new Outcome.Failed(kind, "seen"), 1);
    }

    private void end(Outcome outcome, long latencyMillis) {
        stats.due();
        stats.end(outcome, 0, TimeUnit.MILLISECONDS.toNanos(latencyMillis));
    }

    private LoadSnapshot at(long seconds) {
        return stats.snapshot(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void aDifferenceHoldsOnlyWhatHappenedBetween() {
        served("eu", 900);
        failed(FailureKind.RESET);
        LoadSnapshot before = at(1);
        served("us", 20);
        served("us", 40);
        failed(FailureKind.TIMEOUT);

        LoadSnapshot between = at(3).minus(before);

        assertThat(between.elapsed()).hasSeconds(2);
        assertThat(between.total()).isEqualTo(3);
        assertThat(between.ok()).isEqualTo(2);
        assertThat(between.failures()).isEqualTo(Map.of(FailureKind.TIMEOUT, 1L));
        assertThat(between.regions()).isEqualTo(Map.of("us", 2L));
        assertThat(between.latencies().count()).isEqualTo(2);
        assertThat(between.latencies().maxMillis()).isCloseTo(40, within(0.1));
        assertThat(between.samples()).extracting(FailureSample::kind).containsExactly(FailureKind.TIMEOUT);
        assertThat(between.successRatio()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void aSnapshotDoesNotChangeAfterwards() {
        served("eu", 10);
        LoadSnapshot before = at(1);
        served("eu", 10);
        failed(FailureKind.RESET);

        assertThat(before.ok()).isEqualTo(1);
        assertThat(before.failed()).isZero();
        assertThat(before.latencies().count()).isEqualTo(1);
    }

    @Test
    void twoLoadsAddUp() {
        served("eu", 10);
        failed(FailureKind.RESET);
        LoadSnapshot sum = at(2).plus(at(2));

        assertThat(sum.elapsed()).hasSeconds(2);
        assertThat(sum.total()).isEqualTo(4);
        assertThat(sum.regions()).isEqualTo(Map.of("eu", 2L));
        assertThat(sum.failed(FailureKind.RESET)).isEqualTo(2);
        assertThat(sum.latencies().count()).isEqualTo(2);
    }

    @Test
    void aLaterSnapshotIsNoEarlierOne() {
        LoadSnapshot before = at(1);
        served("eu", 10);
        LoadSnapshot after = at(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.minus(after))
                .withMessageContaining("expected: one before");
    }

    @Test
    void ofEachKindOfFailureOnlyTheFirstAreKept() {
        for (int i = 0; i < 1_000; i++) {
            failed(FailureKind.RESET);
        }
        failed(FailureKind.HOLLOW);

        assertThat(at(1).failed()).isEqualTo(1_001);
        assertThat(at(1).samples()).hasSize(LoadStats.SAMPLES_PER_KIND + 1);
    }

    @Test
    void namesOfRegionsOffTheWireAreBounded() {
        for (int i = 0; i < 1_000; i++) {
            served("region-" + i, 1);
        }

        assertThat(at(1).regions()).hasSize(LoadStats.MAX_REGIONS + 1).containsEntry("other", 1_000L - 64);
    }
}
