package dev.drover.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.rest.EvacuationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant EVENING = NOON.plus(Duration.ofHours(4));

    private static Evacuation evacuation(String reason, Instant expiresAt) {
        return new Evacuation(
                OrderId.of("e-1"),
                ServiceId.of("homepage"),
                RegionId.of("us-east-1"),
                Pace.PLANNED,
                "anna",
                reason,
                NOON,
                expiresAt,
                null);
    }

    @Test
    void evacuationHoldsUntilItExpiresOrIsRestored() {
        Evacuation evacuation = evacuation("disks", EVENING);

        assertThat(evacuation.isActive(NOON)).isTrue();
        assertThat(evacuation.isActive(EVENING.minusNanos(1))).isTrue();
        assertThat(evacuation.isActive(EVENING)).isFalse();
        assertThat(evacuation.restored(new Restoration("ben", NOON)).isActive(NOON))
                .isFalse();
    }

    @Test
    void evacuationThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evacuation("disks", NOON))
                .withMessage("expiresAt: 2026-01-31T12:00:00Z (expected: after 2026-01-31T12:00:00Z)");
    }

    @Test
    void reasonMayFillItsRoomAndNoMore() {
        assertThat(evacuation("r".repeat(500), EVENING).reason()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evacuation("r".repeat(501), EVENING))
                .withMessageStartingWith("reason: 501 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evacuation(" ", EVENING))
                .withMessage("reason: blank (expected: 1 to 500 printable characters)");
    }

    @Test
    void ordersAreFoundByTheirIdAndBounded() {
        Evacuation evacuation = evacuation("disks", EVENING);

        assertThat(new Orders(List.of(evacuation)).find(OrderId.of("e-1"))).contains(evacuation);
        assertThat(Orders.NONE.find(OrderId.of("e-1"))).isEmpty();
        assertThat(new Orders(Collections.nCopies(Orders.MAX, evacuation)).evacuations())
                .hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Orders(Collections.nCopies(Orders.MAX + 1, evacuation)))
                .withMessage("evacuations: 101 of them (expected: at most 100)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /region: missing (expected: text)",
                "{\"region\":\"us-east-1\",\"reason\":\"\",\"author\":\"a\"} "
                        + "| /reason: blank (expected: 1 to 500 printable characters)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\" \"} "
                        + "| /author: blank (expected: 1 to 128 printable characters)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"expiresIn\":\"59s\"} "
                        + "| /expiresIn: 59s (expected: 1m to 72h)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"expiresIn\":\"73h\"} "
                        + "| /expiresIn: 73h (expected: 1m to 72h)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"expiresIn\":4} "
                        + "| /expiresIn: 4 (expected: a number and ms, s, m or h, such as 500ms)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"pace\":\"SLOW\"} "
                        + "| /pace: 'SLOW' (expected: one of PLANNED, EMERGENCY)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"pace\":\"\"} "
                        + "| /pace: '' (expected: one of PLANNED, EMERGENCY)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"pace\":0} "
                        + "| /pace: 0 (expected: one of PLANNED, EMERGENCY)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"author\":\"a\",\"dryRun\":\"true\"} "
                        + "| /dryRun: 'true' (expected: true or false)",
                "{\"region\":\"us-east-1\",\"reason\":\"r\",\"auhtor\":\"a\"} "
                        + "| /auhtor: unknown field (expected: one of author, dryRun, expiresIn, pace, reason, region)"
            })
    void requestThatIsWrongIsRefusedByTheFieldThatIs(String body, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.readWritten(body, EvacuationRequest.class))
                .withMessage(fault);
    }
}
