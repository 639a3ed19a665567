package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private static final long SECOND = 1_000_000_000;

    /** What became of Poisson arrivals, noticed by a timer that ticks every so often. */
    private record Run(int offered, int served, int refused, List<Long> latencies) {

        static Run of(HomepageConfig config, double ratePerSecond, double seconds, long tickNanos) {
            WorkerPool<Long> pool = new WorkerPool<>(config.workers(), config.serviceNanos(), config.queueLimit());
            Random random = new Random(7);
            List<Long> latencies = new ArrayList<>();
            int offered = 0;
            int refused = 0;
            double arrival = 0;
            long end = (long) (seconds * SECOND);
            for (long now = 0; now < end; now += tickNanos) {
                while (arrival <= now) {
                    offered++;
                    refused += pool.offer((long) arrival, (long) arrival) ? 0 : 1;
                    arrival += -Math.log(1 - random.nextDouble()) / ratePerSecond * SECOND;
                }
                for (Long done = pool.nextFinished(now); done != null; done = pool.nextFinished(now)) {
                    latencies.add(now - done);
                }
            }
            latencies.sort(null);
            return new Run(offered, latencies.size(), refused, latencies);
        }

        double p99Millis() {
            return latencies.get(latencies.size() * 99 / 100) / 1e6;
        }
    }

    @Property(tries = 30)
    void atNineTenthsOfItsCapacityARegionServesEveryoneSoon(@ForAll @DoubleRange(min = 100, max = 2_000) double rps) {
        Run run = Run.of(HomepageConfig.of(RegionId.of("eu"), rps), 0.9 * rps, 20, SECOND / 1_000);

        assertThat(run.refused()).isZero();
        assertThat(run.p99Millis()).isLessThan(160);
    }

    @Property(tries = 30)
    void beyondItsCapacityARegionServesWhatItCanAndRefusesTheRest(
            @ForAll @DoubleRange(min = 50, max = 2_000) double rps,
            @ForAll @DoubleRange(min = 1.5, max = 5) double excess,
            @ForAll @LongRange(min = 1, max = 20) long tickMillis) {
        HomepageConfig config = HomepageConfig.of(RegionId.of("eu"), rps);

        Run run = Run.of(config, excess * rps, 20, tickMillis * SECOND / 1_000);

        assertThat(run.served() / 20.0).isBetween(1.04 * rps, HomepageConfig.RESERVE * rps + 1);
        assertThat(run.refused())
                .isBetween(run.offered() - run.served() - config.workers() - config.queueLimit(), run.offered());
        // Nobody waits longer than the queue is long, for a page, and for the ticks at which it is looked at.
        double longestMillis = 1_000.0 * config.queueLimit() / (rps * HomepageConfig.RESERVE) + 150;
        assertThat(run.latencies().get(run.latencies().size() - 1) / 1e6).isLessThan(longestMillis);
    }

    @Property
    void neitherWorkersNorQueueEverHoldMoreThanTheyMay(
            @ForAll @IntRange(min = 1, max = 20) int workers, @ForAll @IntRange(max = 20) int queueLimit) {
        WorkerPool<Integer> pool = new WorkerPool<>(workers, SECOND, queueLimit);

        int taken = 0;
        for (int i = 0; i < 100; i++) {
            taken += pool.offer(i, 0) ? 1 : 0;
        }

        assertThat(taken).isEqualTo(workers + queueLimit);
        assertThat(pool.busy()).isEqualTo(workers);
        assertThat(pool.waiting()).isEqualTo(queueLimit);
    }

    @Test
    void jobsEndInTheOrderInWhichTheyCame() {
        WorkerPool<String> pool = new WorkerPool<>(1, 10, 5);
        assertThat(pool.offer("first", 0)).isTrue();
        assertThat(pool.offer("second", 3)).isTrue();

        assertThat(pool.nextFinished(9)).isNull();
        assertThat(pool.nextFinishNanos()).hasValue(10);
        assertThat(pool.nextFinished(25)).isEqualTo("first");
        assertThat(pool.nextFinished(25)).isEqualTo("second");
        assertThat(pool.nextFinishNanos()).isEmpty();
    }

    @Test
    void aWorkerThatWasIdleBeginsWhenTheJobComesAndNotBefore() {
        WorkerPool<String> pool = new WorkerPool<>(1, 10, 5);
        assertThat(pool.offer("first", 0)).isTrue();
        assertThat(pool.offer("much later", 100)).isTrue();

        assertThat(pool.nextFinished(109)).isEqualTo("first");
        assertThat(pool.nextFinished(109)).isNull();
        assertThat(pool.nextFinished(110)).isEqualTo("much later");
    }

    @Test
    void whatIsClearedNeverEnds() {
        WorkerPool<String> pool = new WorkerPool<>(1, 10, 5);
        assertThat(pool.offer("running", 0)).isTrue();
        assertThat(pool.offer("waiting", 0)).isTrue();

        assertThat(pool.clear()).isEqualTo(2);

        assertThat(pool.nextFinished(1_000)).isNull();
        assertThat(pool.busy() + pool.waiting()).isZero();
    }
}
