package dev.drover.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.verdict.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final long MOST = AgentMessage.Report.MAX_COUNT;

    private static AgentMessage.Report report(int regions, long count) {
        SortedMap<RegionId, RegionReport> seen = new TreeMap<>();
        for (int region = 0; region < regions; region++) {
            Tally tally = new Tally(count, count);
            seen.put(
                    RegionId.of("region-with-a-long-name-" + region),
                    new RegionReport(View.LOST, tally, tally, 600_000));
        }
        UserTally users = new UserTally(count, count, count, count);
        Overlay overlay = new Overlay(RegionId.of("a"), NOON, "e".repeat(1_000));
        return new AgentMessage.Report(1, NOON, 1_000, users, seen, overlay, false);
    }

    @Test
    void largestReportFitsIntoAFrame() {
        String written = Json.write(report(AgentMessage.Report.MAX_REGIONS, MOST));

        assertThat(written.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Session.MAX_AGENT_FRAME_BYTES);
    }

    @Test
    void reportOfTooManyRegionsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(201, 1))
                .withMessage("regions: 201 of them (expected: at most 200)");
    }

    @Test
    void countThatCouldOverflowASumIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(1, MOST + 1))
                .withMessage("users/arrived: 1000000000001 (expected: 0 to 1000000000000)");
    }

    @Test
    void sumsOfTalliesStayAtTheHighestNumber() {
        Tally tally = new Tally(Long.MAX_VALUE, Long.MAX_VALUE - 1);
        UserTally users = new UserTally(Long.MAX_VALUE, 1, 2, 3);

        assertThat(tally.plus(tally)).isEqualTo(new Tally(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(users.plus(users)).isEqualTo(new UserTally(Long.MAX_VALUE, 2, 4, 6));
        assertThat(new Tally(3, 1).plus(new Tally(5, 2))).isEqualTo(new Tally(8, 3));
        assertThat(new Tally(8, 2).ratio()).isEqualTo(0.25);
        assertThat(Tally.NONE.ratio()).isZero();
    }

    @Test
    void longReasonIsCutSoThatAnyErrorMayBeOne() {
        String reason = "policy\n" + "x".repeat(1_000);

        assertThat(new AgentMessage.Refused(null, reason).reason()).hasSize(500).startsWith("policy\\u000ax");
        assertThat(new ControllerMessage.Goodbye(reason, 0).reason())
                .hasSize(500)
                .endsWith("...");
        assertThat(new AgentMessage.Refused(null, "").reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3_600_001, Long.MIN_VALUE})
    void waitThatNoTimerTakesIsRefused(long retryAfterMs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControllerMessage.Goodbye("restart", retryAfterMs))
                .withMessage("retryAfterMs: " + retryAfterMs + " (expected: 0 to 3600000)");
    }

    @Test
    void helloSaysWhatItAccepts() {
        AgentId agent = AgentId.of("fra/1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgentMessage.Hello(agent, "b", "1", List.of(), null))
                .withMessage("accepts: 0 forms (expected: 1 to 16, such as v1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgentMessage.Hello(agent, "b", "1", Collections.nCopies(17, "v1"), null))
                .withMessage("accepts: 17 forms (expected: 1 to 16, such as v1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fra", "/", "fra/", "/1", "fra/1/2", "FRA/1", "fra/ 1", "shed/1", "fra/shed", "fra\\1"})
    void textThatNamesNoAgentIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgentId.of(text)).withMessageContaining("(expected: ");
    }
}
