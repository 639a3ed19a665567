package dev.drover.decision.judge;

import static dev.drover.decision.judge.Eyes.EAST;
import static dev.drover.decision.judge.Eyes.EDGES;
import static dev.drover.decision.judge.Eyes.EU;
import static dev.drover.decision.judge.Eyes.FINE;
import static dev.drover.decision.judge.Eyes.GONE;
import static dev.drover.decision.judge.Eyes.WEST;
import static dev.drover.decision.judge.Eyes.probes;
import static dev.drover.decision.judge.Eyes.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PanelTest {

    private final Eyes eyes = new Eyes();

    @Nested
    class WhoCanBeBelieved {

        @Test
        void nobodyWithoutReports() {
            assertThat(eyes.panel().standing()).isEqualTo(Standing.BLIND);
        }

        @Test
        void fewerThanHalfOfTheEdgesAreTooFew() {
            eyes.see(5, EDGES.subList(0, 2), (edge, region) -> FINE);

            assertThat(eyes.panel().standing()).isEqualTo(Standing.BLIND);
            assertThat(eyes.panel().eligibleEdges()).isEqualTo(2);
        }

        @Test
        void halfOfThemAreEnough() {
            eyes.see(5, EDGES.subList(0, 3), (edge, region) -> FINE);

            assertThat(eyes.panel().standing()).isEqualTo(Standing.CLEAR);
        }

        @Test
        void reportsThatAreThreeSecondsOldCountNoMore() {
            eyes.seeEast(5, GONE).pass(2);
            assertThat(eyes.panel().majorityLost(EAST)).isTrue();

            eyes.pass(1);

            assertThat(eyes.panel().standing()).isEqualTo(Standing.BLIND);
            assertThat(eyes.panel().majorityLost(EAST)).isFalse();
        }

        @Test
        void edgesThatThePolicyDoesNotNameHaveNoVote() {
            eyes.see(5, List.of(EdgeId.of("aaa"), EdgeId.of("bbb"), EdgeId.of("ccc")), (edge, region) -> GONE);

            assertThat(eyes.panel().eligibleEdges()).isZero();
        }

        @Test
        void mostEdgesBlamingMostRegionsIsTheFaultOfTheEyes() {
            eyes.see(5, EDGES, (edge, region) -> EDGES.indexOf(edge) < 3 && !region.equals(EU) ? GONE : FINE);

            assertThat(eyes.panel().standing()).isEqualTo(Standing.AMBIGUOUS);
        }

        @Test
        void aMinorityBlamingEverythingIsOutvoted() {
            eyes.see(5, EDGES, (edge, region) -> EDGES.indexOf(edge) < 2 ? GONE : FINE);

            assertThat(eyes.panel().standing()).isEqualTo(Standing.CLEAR);
            assertThat(eyes.panel().majorityLost(EAST)).isFalse();
        }
    }

    @Nested
    class Conviction {

        private final Charge down = Charge.down(eyes.panel().settings());

        @Test
        void twoLiarsOfFiveConvictNobody() {
            eyes.see(60, EDGES, (edge, region) -> EDGES.indexOf(edge) < 2 ? GONE : FINE);

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
        }

        @Test
        void threeOfFiveConvict() {
            eyes.see(60, EDGES, (edge, region) -> EDGES.indexOf(edge) < 3 && region.equals(EAST) ? GONE : FINE);

            assertThat(eyes.panel().docket().convict(EAST, down)).isPresent();
            assertThat(eyes.panel().docket().convict(WEST, down)).isEmpty();
        }

        @Test
        void whatIsOverConvictsNobody() {
            eyes.seeEast(15, probes(View.GOOD, 6)).seeEast(5, FINE);

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
        }

        @Test
        void badBlocksAreCountedNotOnlyTheWhole() {
            eyes.seeEast(10, FINE).seeEast(10, probes(View.GOOD, 10));

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
            eyes.seeEast(5, probes(View.GOOD, 10));
            assertThat(eyes.panel().docket().convict(EAST, down)).isPresent();
        }

        @Test
        void aLittleConvictsNobody() {
            eyes.seeEast(60, probes(View.GOOD, 1));

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
        }

        @Test
        void usersConvictWhatProbesCallFine() {
            eyes.seeEast(60, users(5));

            assertThat(eyes.panel().docket().convict(EAST, down)).isPresent();
        }

        @Test
        void usersWhoFailEverywhereConvictNobody() {
            eyes.see(60, EDGES, (edge, region) -> users(region.equals(EAST) ? 6 : 5));

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
        }

        @Test
        void usersWhoFailEverywhereConvictWhatIsClearlyWorse() {
            eyes.see(60, EDGES, (edge, region) -> users(region.equals(EAST) ? 9 : 3));

            assertThat(eyes.panel().docket().convict(EAST, down)).isPresent();
        }

        @Test
        void usersAreComparedWithThoseElsewhereHoweverFewEdgesHaveUsersThere() {
            eyes.see(60, EDGES, (edge, region) -> region.equals(EAST) || edge.equals(EDGES.get(0)) ? users(4) : FINE);

            assertThat(eyes.panel().docket().convict(EAST, down)).isEmpty();
        }
    }

    @Nested
    class Cleanliness {

        private final Duration minute = Duration.ofMinutes(1);

        @Test
        void withoutProbesNothingIsKnownToBeClean() {
            assertThat(eyes.panel().docket().isClean(EAST, minute)).isFalse();
        }

        @Test
        void oneOfAHundredIsClean() {
            eyes.seeEast(54, FINE).see(6, EDGES, (edge, region) -> probes(View.GOOD, 1));

            assertThat(eyes.panel().docket().isClean(EAST, minute)).isTrue();
        }

        @Test
        void twoOfAHundredAreNot() {
            eyes.seeEast(48, FINE).seeEast(12, probes(View.GOOD, 1));

            assertThat(eyes.panel().docket().isClean(EAST, minute)).isFalse();
        }

        @Test
        void twoOfAHundredAreIfItIsSoEverywhere() {
            eyes.seeEast(48, FINE).see(12, EDGES, (edge, region) -> probes(View.GOOD, 1));

            assertThat(eyes.panel().docket().isClean(EAST, minute)).isTrue();
        }

        @Test
        void tenOfAHundredAreNotHoweverItIsElsewhere() {
            eyes.see(60, EDGES, (edge, region) -> probes(View.GOOD, 1));

            assertThat(eyes.panel().docket().isClean(EAST, minute)).isFalse();
        }

        @Test
        void usersWhoFailAreNotClean() {
            eyes.seeEast(60, users(1));

            assertThat(eyes.panel().docket().isClean(EAST, minute)).isFalse();
        }

        @Test
        void onlyTheWindowCounts() {
            eyes.seeEast(30, GONE).seeEast(10, FINE);

            assertThat(eyes.panel().docket().isClean(EAST, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(eyes.panel().docket().isClean(EAST, minute)).isFalse();
        }
    }

    @Test
    void evidenceSaysWhoSawWhatInTheLastTenSeconds() {
        eyes.seeEast(30, FINE).seeEast(10, GONE);

        Evidence evidence = eyes.panel().evidence(EAST);

        assertThat(evidence.eligibleEdges()).isEqualTo(5);
        assertThat(evidence.lostEdges()).isEqualTo(5);
        assertThat(evidence.probes()).isEqualTo(new Tally(300, 300));
        assertThat(evidence.requests()).isEqualTo(Tally.NONE);
        assertThat(evidence.failureRatio()).isBetween(0.98, 1.0);
    }
}
