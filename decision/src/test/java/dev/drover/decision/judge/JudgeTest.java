package dev.drover.decision.judge;

import static dev.drover.decision.judge.Eyes.EAST;
import static dev.drover.decision.judge.Eyes.EDGES;
import static dev.drover.decision.judge.Eyes.FINE;
import static dev.drover.decision.judge.Eyes.GONE;
import static dev.drover.decision.judge.Eyes.probes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.View;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

    private static final Course BACK = new Course(true, null);

    /** What all edges have seen of the region for the last minute and more. */
    enum Seen {
        CLEAN,
        /** One probe of ten fails: DEGRADED, never more. */
        A_LITTLE,
        /** Two probes of ten fail: DEGRADED, and DOWN after half a minute. */
        SOME,
        /** Four probes of ten fail. */
        MUCH,
        /** All edges call it LOST. */
        GONE,
        /** Clean for ten seconds after it was gone. */
        BACK,
        NOTHING
    }

    @ParameterizedTest(name = "{0} for {1} s, called LOST for {2} s, seen {3}, returned {4}: {5}")
    @CsvSource({
        "UNKNOWN,    0,    , CLEAN,    true,  HEALTHY",
        "UNKNOWN,    0, 0.5, GONE,     true,  LOST",
        "HEALTHY,   99,    , CLEAN,    true,  HEALTHY",
        "HEALTHY,   99,    , GONE,     true,  DOWN",
        "HEALTHY,   99,    , A_LITTLE, true,  DEGRADED",
        "HEALTHY,   99,    , SOME,     true,  DEGRADED",
        "HEALTHY,   99,    , MUCH,     true,  DOWN",
        "HEALTHY,   99, 0.5, GONE,     true,  LOST",
        "DEGRADED,   5, 0.5, GONE,     true,  LOST",
        "DEGRADED,   5,    , MUCH,     true,  DOWN",
        "DEGRADED,  29,    , SOME,     true,  DEGRADED",
        "DEGRADED,  30,    , SOME,     true,  DOWN",
        "DEGRADED, 300,    , A_LITTLE, true,  DEGRADED",
        "DEGRADED,   5,    , CLEAN,    true,  HEALTHY",
        "LOST,       6, 6.0, GONE,     true,  LOST",
        "LOST,       6, 6.5, GONE,     true,  DOWN",
        "LOST,      29,    , BACK,     true,  LOST",
        "LOST,      30,    , BACK,     true,  HEALTHY",
        "LOST,      30,    , SOME,     true,  LOST",
        "DOWN,      59,    , CLEAN,    true,  DOWN",
        "DOWN,      60,    , CLEAN,    true,  RECOVERING",
        "DOWN,     600,    , BACK,     true,  DOWN",
        "DOWN,     600,  60, GONE,     true,  DOWN",
        "RECOVERING, 9,    , CLEAN,    false, RECOVERING",
        "RECOVERING, 9,    , CLEAN,    true,  HEALTHY",
        "RECOVERING, 9,    , SOME,     false, DOWN",
        "RECOVERING, 9, 0.5, GONE,     false, DOWN",
    })
    void verdictFollowsWhatIsSeen(
            Verdict before, int ageSeconds, @Nullable Double lostSeconds, Seen seen, boolean returned, Verdict after) {
        Panel panel = panel(seen);

        Judgement next =
                Judge.next(EAST, before(before, ageSeconds, lostSeconds, panel), new Course(returned, null), panel);

        assertThat(next.kind()).isEqualTo(after);
        assertThat(next.verdict().since())
                .isEqualTo(before == after ? panel.now().minusSeconds(ageSeconds) : panel.now());
    }

    private static Judgement before(Verdict verdict, int ageSeconds, @Nullable Double lostSeconds, Panel panel) {
        Instant since = panel.now().minusSeconds(ageSeconds);
        return new Judgement(
                new RegionVerdict(verdict, since, Evidence.NONE),
                lostSeconds == null ? null : panel.now().minusMillis((long) (lostSeconds * 1_000)),
                null,
                verdict == Verdict.DEGRADED ? 90 : 100,
                panel.now().minusSeconds(1),
                null,
                null,
                null);
    }

    private static Panel panel(Seen seen) {
        Eyes eyes = new Eyes();
        return switch (seen) {
            case CLEAN -> eyes.seeEast(61, FINE).panel();
            case A_LITTLE -> eyes.seeEast(61, probes(View.GOOD, 1)).panel();
            case SOME -> eyes.seeEast(61, probes(View.GOOD, 2)).panel();
            case MUCH -> eyes.seeEast(61, probes(View.GOOD, 4)).panel();
            case GONE -> eyes.seeEast(61, GONE).panel();
            case BACK -> eyes.seeEast(51, GONE).seeEast(10, FINE).panel();
            case NOTHING -> eyes.panel();
        };
    }

    @Nested
    class ABlip {

        private final Eyes eyes = new Eyes().seeEast(61, FINE);
        private Judgement judgement = Judge.next(EAST, Judgement.unknown(eyes.now()), BACK, eyes.panel());

        private Verdict next() {
            judgement = Judge.next(EAST, judgement, BACK, eyes.panel());
            return judgement.kind();
        }

        @Test
        void countsFromTheFirstMomentThatMostEdgesCallItLost() {
            eyes.seeEast(1, GONE);
            assertThat(next()).isEqualTo(Verdict.HEALTHY);
            assertThat(judgement.lostSince()).isEqualTo(eyes.now());

            eyes.seeEast(1, GONE);
            assertThat(next()).isEqualTo(Verdict.LOST);
            assertThat(judgement.lostSince()).isEqualTo(eyes.now().minusSeconds(1));
        }

        @Test
        void countsAnewAfterEveryGap() {
            for (int blip = 0; blip < 3; blip++) {
                eyes.seeEast(1, GONE);
                assertThat(next()).isEqualTo(Verdict.HEALTHY);
                eyes.seeEast(1, FINE);
                assertThat(next()).isEqualTo(Verdict.HEALTHY);
                assertThat(judgement.lostSince()).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void nothingIsConcludedWhileTheEdgesCannotBeBelieved(Verdict verdict) {
        Panel blind = panel(Seen.NOTHING);
        Panel ambiguous = new Eyes().see(61, EDGES, (edge, region) -> GONE).panel();

        for (Panel panel : new Panel[] {blind, ambiguous}) {
            Judgement before = before(verdict, 600, 600.0, panel);
            Judgement next = Judge.next(EAST, before, BACK, panel);

            assertThat(next.verdict()).isEqualTo(before.verdict());
            assertThat(next.capacityPercent()).isEqualTo(before.capacityPercent());
            assertThat(next.lostSince()).isNull();
            assertThat(next.cleanSince()).isNull();
        }
    }

    @Nested
    class CapacityOfADegradedRegion {

        private Judgement after(int percent, int failedOfTen, int secondsAtThat) {
            Panel panel = new Eyes().seeEast(61, probes(View.GOOD, failedOfTen)).panel();
            Judgement before = new Judgement(
                    new RegionVerdict(Verdict.DEGRADED, panel.now().minusSeconds(1), Evidence.NONE),
                    null,
                    null,
                    percent,
                    panel.now().minus(Duration.ofSeconds(secondsAtThat)),
                    null,
                    null,
                    null);
            return Judge.next(EAST, before, BACK, panel);
        }

        @Test
        void beginsAtNineTenths() {
            Judgement next =
                    Judge.next(EAST, before(Verdict.HEALTHY, 9, null, panel(Seen.SOME)), BACK, panel(Seen.SOME));

            assertThat(next.capacityPercent()).isEqualTo(90);
        }

        @Test
        void goesDownByATenthAMinuteAsLongAsMoreFails() {
            assertThat(after(90, 2, 59).capacityPercent()).isEqualTo(90);
            assertThat(after(90, 2, 60).capacityPercent()).isEqualTo(80);
            assertThat(after(80, 2, 60).capacityPercent()).isEqualTo(80);
        }

        @Test
        void comesBackByATenthAMinuteWhenLessFails() {
            assertThat(after(60, 1, 60).capacityPercent()).isEqualTo(70);
            assertThat(after(60, 1, 60).kind()).isEqualTo(Verdict.DEGRADED);
        }

        @Test
        void isWholeAgainWithTheVerdict() {
            Judgement next =
                    Judge.next(EAST, before(Verdict.DEGRADED, 9, null, panel(Seen.CLEAN)), BACK, panel(Seen.CLEAN));

            assertThat(next.capacityPercent()).isEqualTo(100);
        }
    }
}
