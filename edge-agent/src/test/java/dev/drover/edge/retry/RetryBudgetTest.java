package dev.drover.edge.retry;

import static dev.drover.edge.Given.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.settings.RequestSettings;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private static final long SECOND = 1_000_000_000;

    private static int takeAll(RetryBudget budget, long nanos) {
        int taken = 0;
        while (budget.take(nanos)) {
            taken++;
        }
        return taken;
    }

    @Test
    void idleAgentHasTenRetriesASecondKeptForTenSeconds() {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);

        assertThat(budget.available(0)).isEqualTo(10);
        assertThat(budget.available(5 * SECOND)).isEqualTo(60);
        assertThat(budget.available(3_600 * SECOND)).isEqualTo(100);
        assertThat(takeAll(budget, 3_600 * SECOND)).isEqualTo(100);
        assertThat(budget.take(3_600 * SECOND)).isFalse();
    }

    @Test
    void everyFifthRequestEarnsARetry() {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);
        assertThat(takeAll(budget, 0)).isEqualTo(10);

        for (int i = 0; i < 100; i++) {
            budget.requested(0);
        }

        assertThat(takeAll(budget, 0)).isEqualTo(20);
    }

    @Test
    void whatWasEarnedIsForgottenAfterTenSeconds() {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);
        for (int i = 0; i < 10_000; i++) {
            budget.requested(0);
        }

        assertThat(budget.available(9 * SECOND)).isEqualTo(2_100);
        assertThat(budget.available(10 * SECOND)).isEqualTo(100);
    }

    @Test
    void budgetIsBoundedWhateverTheTraffic() {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);
        for (int i = 0; i < 500_000; i++) {
            budget.requested(0);
        }

        assertThat(budget.available(0)).isEqualTo(RetryBudget.HELD_MOST);
    }

    @Test
    void newParametersStartAnewAndTheSameOnesDoNot() {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);
        budget.adopt(REQUESTS, 5 * SECOND);
        assertThat(budget.available(5 * SECOND)).isEqualTo(60);

        budget.adopt(
                new RequestSettings(
                        Duration.ofMillis(500), Duration.ofSeconds(1), 0, 0, Duration.ofSeconds(10), "", ""),
                5 * SECOND);

        assertThat(budget.available(60 * SECOND)).isZero();
    }

    @Property(tries = 300)
    void retriesNeverExceedWhatWasEarned(
            @ForAll @Size(max = 200) List<@IntRange(max = 3_000) Integer> stepsMillis,
            @ForAll @IntRange(max = 20) int requestsAStep) {
        RetryBudget budget = new RetryBudget(REQUESTS, 0);
        long nanos = 0;
        long requests = 0;
        long retries = 0;
        for (int step : stepsMillis) {
            nanos += step * 1_000_000L;
            for (int i = 0; i < requestsAStep; i++) {
                budget.requested(nanos);
                requests++;
                retries += budget.take(nanos) ? 1 : 0;
            }
            assertThat(retries).isLessThanOrEqualTo((long) (requests * 0.2 + (nanos / 1e9 + 1) * 10 + 1e-6));
        }
    }
}
