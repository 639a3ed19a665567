package dev.drover.edge.view;

import static dev.drover.edge.Given.PROBE;
import static dev.drover.edge.Given.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegionWatchTest {

    private static final long MILLI = 1_000_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final RegionWatch watch = new RegionWatch(VIEW, PROBE, 0, random);
    private long millis;

    /** Lets time pass up to a moment; the probes sent meanwhile. */
    @CanIgnoreReturnValue
    private List<ProbeOrder> until(long untilMillis) {
        List<ProbeOrder> sent = new ArrayList<>();
        for (; millis < untilMillis; millis += 25) {
            watch.advance(millis * MILLI);
            ProbeOrder due = watch.nextProbe(millis * MILLI, false, random);
            while (due != null) {
                sent.add(due);
                due = watch.nextProbe(millis * MILLI, false, random);
            }
        }
        return sent;
    }

    private void end(List<ProbeOrder> probes, boolean ok) {
        for (ProbeOrder probe : probes) {
            assertThat(watch.probeEnded(probe.number(), ok, millis * MILLI)).isEqualTo(probe.kind());
        }
    }

    /** As {@link #until}, but each probe ends at the next tick. */
    @CanIgnoreReturnValue
    private List<ProbeOrder> promptly(boolean ok, long untilMillis) {
        List<ProbeOrder> sent = new ArrayList<>();
        while (millis < untilMillis) {
            List<ProbeOrder> now = until(millis + 25);
            end(now, ok);
            sent.addAll(now);
        }
        return sent;
    }

    private void lose() {
        end(until(3_000), false);
        assertThat(watch.view()).isEqualTo(View.LOST);
    }

    @Test
    void nothingIsKnownSoItIsGood() {
        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void fiveFailedProbesAreNotEnough() {
        List<ProbeOrder> sent = until(3_000);

        end(sent.subList(0, 5), false);
        assertThat(watch.view()).isEqualTo(View.GOOD);
        end(sent.subList(5, 7), false);

        assertThat(watch.view()).isEqualTo(View.LOST);
        assertThat(watch.evidence()).contains("probes failed in a row");
    }

    @Test
    void lossByProbesTakesASecondOfFailuresHoweverManyTheyAre() {
        while (promptly(false, millis + 25).isEmpty()) {
            assertThat(millis).isLessThan(1_100);
        }
        long firstFailure = millis;

        List<ProbeOrder> failed = promptly(false, firstFailure + 950);
        assertThat(failed).hasSizeGreaterThanOrEqualTo(5);
        assertThat(watch.view()).isEqualTo(View.GOOD);
        promptly(false, firstFailure + 1_250);

        assertThat(watch.view()).isEqualTo(View.LOST);
    }

    @Test
    void probeUnderWayIsPassedOver() {
        List<ProbeOrder> sent = until(3_000);

        end(sent.subList(0, 2), false);
        end(sent.subList(3, 9), false);

        assertThat(watch.view()).isEqualTo(View.LOST);
    }

    @Test
    void successThatCameLateForAnEarlySendingClearsNothing() {
        List<ProbeOrder> early = until(1_100);
        List<ProbeOrder> sent = until(4_000);
        end(sent, false);
        assertThat(watch.view()).isEqualTo(View.LOST);

        end(early, true);

        assertThat(watch.view()).isEqualTo(View.LOST);
    }

    @Test
    void successOfALaterSendingClears() {
        lose();

        end(until(3_600), true);

        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void duplicateAndUnknownEndsAreIgnored() {
        List<ProbeOrder> sent = until(1_100);
        end(sent, true);

        assertThat(watch.probeEnded(sent.get(0).number(), false, millis * MILLI))
                .isNull();
        assertThat(watch.probeEnded(999, false, millis * MILLI)).isNull();
        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void failedProbeIsConfirmedAtOnceAndEach200MillisUntilASuccess() {
        while (promptly(false, millis + 25).isEmpty()) {
            assertThat(millis).isLessThan(1_100);
        }

        List<ProbeOrder> confirming = promptly(false, millis + 600);
        assertThat(confirming)
                .hasSize(3)
                .allMatch(probe -> probe.kind() == ProbeKind.CONFIRMATION
                        && probe.timeout().equals(PROBE.confirmTimeout()));

        promptly(true, millis + 200);
        assertThat(promptly(true, millis + 10_000)).noneMatch(probe -> probe.kind() == ProbeKind.CONFIRMATION);
    }

    @Test
    void probeUnansweredFor200MillisIsConfirmed() {
        List<ProbeOrder> unanswered = until(1_025);
        assertThat(unanswered)
                .filteredOn(probe -> probe.kind() == ProbeKind.REGULAR)
                .isNotEmpty();

        assertThat(until(1_500)).anyMatch(probe -> probe.kind() == ProbeKind.CONFIRMATION);
    }

    @Test
    void farRegionIsNotProbedWithoutEnd() {
        List<ProbeOrder> sent = new ArrayList<>();
        List<List<ProbeOrder>> underWay = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            List<ProbeOrder> now = until((step + 1) * 25L);
            sent.addAll(now);
            underWay.add(now);
            if (step >= 10) {
                end(underWay.get(step - 10), true);
            }
        }

        assertThat(sent).as("10 s of answers after 250 ms").hasSizeLessThan(25);
    }

    @Test
    void burstOfFailedRequestsIsLostAtTheFourteenth() {
        until(100);
        for (int i = 0; i < 13; i++) {
            assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                    .isTrue();
        }
        assertThat(watch.view()).isEqualTo(View.GOOD);

        assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                .isTrue();

        assertThat(watch.view()).isEqualTo(View.LOST);
        assertThat(watch.evidence()).isEqualTo("14 of 14 requests failed within 800 ms");
        assertThat(watch.isLostByProbes()).isFalse();
    }

    @Test
    void failuresAmongAsManySuccessesAreNotEnough() {
        until(100);
        for (int i = 0; i < 20; i++) {
            assertThat(watch.succeeded(watch.requestSent(millis * MILLI), millis * MILLI))
                    .isTrue();
            assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                    .isTrue();
        }

        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void lossByUsersIsNotClearedByProbesWhileItIsFresh() {
        until(100);
        for (int i = 0; i < 20; i++) {
            assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                    .isTrue();
        }

        end(until(400), true);
        assertThat(watch.view()).isEqualTo(View.LOST);

        end(until(1_600), true);
        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void failedRequestIsConfirmedAtOnce() {
        promptly(true, 1_500);

        assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                .isTrue();

        assertThat(until(1_525)).extracting(ProbeOrder::kind).contains(ProbeKind.CONFIRMATION);
    }

    @Test
    void silentRequestCountsOnceHoweverItEnds() {
        until(100);
        List<WatchedRequest> silent = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            silent.add(watch.requestSent(millis * MILLI));
        }
        until(600);

        silent.forEach(
                request -> assertThat(watch.failed(request, millis * MILLI)).isTrue());

        assertThat(watch.view()).isEqualTo(View.GOOD);
        assertThat(watch.requestsSoFar()).isEqualTo(new Tally(13, 13));
    }

    @Test
    void fourteenSilentRequestsAreALoss() {
        until(100);
        for (int i = 0; i < 14; i++) {
            WatchedRequest unanswered = watch.requestSent(millis * MILLI);
            assertThat(unanswered.hasEnded()).isFalse();
        }

        until(475);
        assertThat(watch.view()).isEqualTo(View.GOOD);
        until(550);

        assertThat(watch.view()).isEqualTo(View.LOST);
    }

    @Test
    void lateAnswerTakesTheSilenceBack() {
        until(100);
        for (int i = 0; i < 10; i++) {
            WatchedRequest slow = watch.requestSent(millis * MILLI);
            until(millis + 450);
            assertThat(watch.succeeded(slow, millis * MILLI)).isTrue();
        }
        for (int i = 0; i < 13; i++) {
            assertThat(watch.failed(watch.requestSent(millis * MILLI), millis * MILLI))
                    .isTrue();
        }

        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void agentThatStoodStillBlamesNobody() {
        until(100);
        List<WatchedRequest> underWay = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            underWay.add(watch.requestSent(millis * MILLI));
        }
        millis = 3_000;
        until(3_050);
        underWay.forEach(
                request -> assertThat(watch.succeeded(request, millis * MILLI)).isTrue());
        until(3_500);

        assertThat(watch.view()).isEqualTo(View.GOOD);
    }

    @Test
    void secondEndOfARequestIsIgnored() {
        WatchedRequest request = watch.requestSent(0);

        assertThat(watch.succeeded(request, 1)).isTrue();
        assertThat(watch.failed(request, 2)).isFalse();
        assertThat(watch.succeeded(request, 3)).isFalse();
        watch.abandoned(request);

        assertThat(watch.requestsSoFar()).isEqualTo(new Tally(1, 0));
    }

    @Test
    void abandonedRequestSaysNothing() {
        watch.abandoned(watch.requestSent(0));
        until(1_000);

        assertThat(watch.requestsSoFar()).isEqualTo(Tally.NONE);
        assertThat(watch.view()).isEqualTo(View.GOOD);
    }
}
