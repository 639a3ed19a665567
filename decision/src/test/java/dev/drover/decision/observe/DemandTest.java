package dev.drover.decision.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.UserTally;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemandTest {

    private Demand demand = Demand.expected(100);

    private void see(int seconds, long arrived) {
        for (int second = 0; second < seconds; second++) {
            demand = demand.with(
                    new Report(1, Instant.EPOCH, 1_000, new UserTally(arrived, 0, 0, 0), new TreeMap<>(), null, false));
        }
    }

    @Test
    void aCrowdCountsWithinAMinuteAndItsGoingSlower() {
        see(60, 200);
        assertThat(demand.rps()).isBetween(180.0, 200.0);

        see(60, 100);
        assertThat(demand.rps()).isBetween(150.0, 165.0);
    }

    @Test
    void aLieOfAMillionCountsAsThreeTimesWhatIsUsual() {
        see(1, 1_000_000_000_000L);

        assertThat(demand.rps()).isBetween(100.0, 110.0);
    }

    @Test
    void aLiarWhoGoesOnForTenSecondsMovesHardlyMoreThanItsOwnDemand() {
        see(10, 1_000_000_000_000L);

        assertThat(demand.rps()).isLessThan(170);
    }

    @Test
    void aCrowdTenTimesAsLargeAsEverIsBelievedWithinMinutes() {
        see(240, 1_000);

        assertThat(demand.rps()).isGreaterThan(900);
    }

    @Test
    void whereNothingIsExpectedAnythingIsBelieved() {
        demand = Demand.expected(0);

        see(120, 1_000);

        assertThat(demand.rps()).isGreaterThan(950);
    }
}
