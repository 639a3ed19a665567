package dev.drover.edge.report;

import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.T0;
import static dev.drover.edge.Given.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Answers;
import dev.drover.api.session.Latencies;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalliesTest {

    private static final long SECOND = 1_000_000_000;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Tallies tallies = new Tallies(0);

    private AgentMessage.Report take(long nanos) {
        return tallies.take(nanos, T0, Map.of(EAST, View.LOST), null, false);
    }

    @Test
    void reportHoldsWhatWasCountedSinceTheLastOne() {
        tallies.keepOnly(List.of(EAST, WEST));
        tallies.arrived();
        tallies.arrived();
        tallies.failed();
        tallies.retried();
        tallies.shed();
        tallies.requestAnswered(EAST, 40, false);
        tallies.requestAnswered(EAST, 1, true);
        tallies.requestFailed(EAST);
        tallies.probeEnded(EAST, true, 30);
        tallies.probeEnded(EAST, true, 10);
        tallies.probeEnded(EAST, true, 20);
        tallies.probeEnded(EAST, false, 1_000);

        AgentMessage.Report report = take(SECOND);

        assertThat(report.users()).isEqualTo(new UserTally(2, 1, 1, 1));
        assertThat(report.intervalMs()).isEqualTo(1_000);
        assertThat(report.regions())
                .containsEntry(
                        EAST,
                        new RegionReport(
                                View.LOST,
                                new Tally(4, 1),
                                new Tally(3, 1),
                                20,
                                new Answers(Latencies.parse("13*1 17*1 19*1"), Latencies.parse("21*1"), 1)))
                .containsEntry(WEST, new RegionReport(View.GOOD, Tally.NONE, Tally.NONE, null, Answers.NONE));
        assertThat(take(2 * SECOND).users()).isEqualTo(UserTally.NONE);
    }

    @Test
    void sequenceStartsAtOneAndHasNoGaps() {
        assertThat(take(1).sequence()).isEqualTo(1);
        assertThat(take(2).sequence()).isEqualTo(2);
    }

    @Test
    void reportIsDueEachIntervalAndSoonAfterSomethingUrgent() {
        assertThat(tallies.isDue(SECOND - 1, INTERVAL)).isFalse();
        assertThat(tallies.isDue(SECOND, INTERVAL)).isTrue();

        tallies.urgent();
        assertThat(tallies.isDue(Tallies.GAP_NANOS - 1, INTERVAL)).isFalse();
        assertThat(tallies.isDue(Tallies.GAP_NANOS, INTERVAL)).isTrue();
        assertThat(take(Tallies.GAP_NANOS).intervalMs()).isEqualTo(50);
        assertThat(tallies.isDue(3 * Tallies.GAP_NANOS, INTERVAL)).isFalse();
    }

    @Test
    void regionThatIsGoneIsNotReported() {
        tallies.keepOnly(List.of(EAST, WEST));
        tallies.keepOnly(List.of(WEST));
        tallies.requestAnswered(EAST, 1, false);
        tallies.probeEnded(EAST, true, 1);

        assertThat(take(SECOND).regions()).containsOnlyKeys(WEST);
    }
}
