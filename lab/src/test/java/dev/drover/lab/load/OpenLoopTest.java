package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In virtual time: a server that is a list of what it has not answered yet. */
class OpenLoopTest {

    private static final Outcome PAGE = new Outcome.Served("eu", new Outcome.Marks(false, false));
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private static OpenLoop at100PerSecond(Limits limits) {
        return new OpenLoop(
                new LoadConfig(
                        URI.create("http://127.0.0.1:1/"),
                        Arrivals.constant(100),
                        new Population(10, Popularity.UNIFORM, 1),
                        limits),
                CLOCK,
                0);
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static void answer(OpenLoop loop, List<Attempt> attempts, long nowMillis) {
        attempts.forEach(attempt -> loop.end(attempt, PAGE, nanos(nowMillis)));
        attempts.clear();
    }

    @Test
    void aStallIsCountedForEveryoneWhomItKeptWaiting() {
        OpenLoop loop = at100PerSecond(Limits.USUAL);
        List<Attempt> unanswered = new ArrayList<>();
        for (long ms = 0; ms <= 10_000; ms++) {
            unanswered.addAll(loop.due(nanos(ms)));
            boolean stalled = ms >= 4_000 && ms < 6_000;
            if (!stalled) {
                answer(loop, unanswered, ms);
            }
        }

        LoadSnapshot seen = loop.snapshot(nanos(10_000));
        assertThat(seen.total()).isEqualTo(1_000).isEqualTo(seen.ok());
        // A fifth of the requests fell into the two seconds, evenly: the slowest tenth waited more than a second.
        assertThat(seen.latencies().percentileMillis(90)).isCloseTo(1_000, within(30.0));
        assertThat(seen.latencies().maxMillis()).isCloseTo(2_000, within(15.0));
        assertThat(seen.latencies().p50Millis()).isLessThan(2);
    }

    @Test
    void aGeneratorThatWasHeldUpSendsWhatIsDueAndCountsFromWhenItWas() {
        OpenLoop loop = at100PerSecond(Limits.USUAL);

        List<Attempt> late = loop.due(nanos(1_000));
        assertThat(late).hasSize(100);
        answer(loop, new ArrayList<>(late), 1_000);

        assertThat(loop.snapshot(nanos(1_000)).latencies().maxMillis()).isCloseTo(990, within(2.0));
    }

    @Test
    void requestsGoOutWhateverTheAnswersDoUntilTooManyAreInFlight() {
        OpenLoop loop = at100PerSecond(new Limits(Duration.ofSeconds(60), 150, 10));

        assertThat(loop.due(nanos(1_000))).hasSize(100);
        assertThat(loop.due(nanos(2_000))).hasSize(50);
        assertThat(loop.due(nanos(3_000))).isEmpty();

        LoadSnapshot seen = loop.snapshot(nanos(3_000));
        assertThat(seen.total()).isEqualTo(300);
        assertThat(seen.failed(FailureKind.OVERLOAD)).isEqualTo(150);
        assertThat(seen.inFlight()).isEqualTo(150);
    }

    @Test
    void whatIsNotAnsweredInTimeFailsOnceAndALateAnswerChangesNothing() {
        OpenLoop loop = at100PerSecond(new Limits(Duration.ofSeconds(1), 1_000, 10));
        List<Attempt> sent = loop.due(nanos(100));
        List<Attempt> answered = new ArrayList<>(sent.subList(0, 3));
        answer(loop, answered, 200);

        assertThat(loop.expire(nanos(1_099))).isEmpty();
        assertThat(loop.expire(nanos(1_100))).containsExactlyElementsOf(sent.subList(3, 10));
        answer(loop, new ArrayList<>(sent), 1_200);

        LoadSnapshot seen = loop.snapshot(nanos(1_200));
        assertThat(seen.ok()).isEqualTo(3);
        assertThat(seen.failed(FailureKind.TIMEOUT)).isEqualTo(7);
        assertThat(seen.inFlight()).isZero();
        assertThat(seen.samples()).hasSize(7).first().isEqualTo(sample("no whole answer after 1000 ms"));
    }

    private static FailureSample sample(String detail) {
        return new FailureSample(Instant.EPOCH, FailureKind.TIMEOUT, detail);
    }

    @Test
    void afterAStopNothingGoesOutAndItIsDoneWhenTheLastHasEnded() {
        OpenLoop loop = at100PerSecond(Limits.USUAL);
        List<Attempt> sent = new ArrayList<>(loop.due(nanos(100)));

        loop.stop();
        assertThat(loop.due(nanos(5_000))).isEmpty();
        assertThat(loop.isDone()).isFalse();

        answer(loop, sent, 5_000);
        assertThat(loop.isDone()).isTrue();
    }
}
