package dev.drover.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.cause.Cause;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.steering.DampingSettings;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void messageMayHaveFieldsThatTheReaderDoesNotKnow() {
        ObjectNode document = (ObjectNode) Json.readTree(Documents.REPORT);
        AgentMessage known = Json.readMessage(Documents.REPORT, AgentMessage.class);
        ((ObjectNode) document.at("/regions/us-east-1")).putObject("tomorrow").put("a", 1);
        document.putArray("later").addNull();

        assertThat(Json.readMessage(document.toString(), AgentMessage.class)).isEqualTo(known);
        assertThat(Json.readMessage(document, AgentMessage.class)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"region\":\"a\",\"reason\":\"r\",\"author\":\"b\",\"dryrun\":true} | /dryrun",
                "{\"region\":\"a\",\"a/b~\":1} | /a~1b~0"
            })
    void unknownFieldOfWhatPeopleWriteIsRefusedWithTheKnownOnes(String text, String pointer) {
        assertThatThrownBy(() -> Json.readWritten(text, EvacuationRequest.class))
                .isInstanceOfSatisfying(UnreadableJsonException.class, e -> {
                    assertThat(e.pointer()).isEqualTo(pointer);
                    assertThat(e.fault())
                            .isEqualTo(
                                    "unknown field (expected: one of author, dryRun, expiresIn, pace, reason, region)");
                })
                .hasMessage(
                        pointer + ": unknown field (expected: one of author, dryRun, expiresIn, pace, reason, region)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tomorrow\",\"a\":[1,{}]}",
                "{\"type\":\"Hello\"}",
                "{\"type\":\"\"}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"kind\":\"tomorrow\"}",
                "{\"a\":1}",
                "{}"
            })
    void messageOfNoKnownTypeReadsAsUnknown(String text) {
        assertThat(Json.readMessage(text, AgentMessage.class)).isEqualTo(new AgentMessage.Unknown());
        assertThat(Json.readMessage(text, ControllerMessage.class)).isEqualTo(new ControllerMessage.Unknown());
        assertThat(Json.readMessage(text, Cause.class)).isEqualTo(new Cause.Unknown());
    }

    @Test
    void typeNeedNotComeFirst() {
        assertThat(Json.readMessage(
                        "{\"reason\":\"restart\",\"retryAfterMs\":5,\"type\":\"goodbye\"}", ControllerMessage.class))
                .isEqualTo(new ControllerMessage.Goodbye("restart", 5));
    }

    @Test
    void mapsAreWrittenInTheOrderOfTheirKeys() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);

        assertThat(Json.write(map)).isEqualTo("{\"a\":2,\"b\":1}");
        assertThat(Json.writePretty(map)).isEqualTo("{\n  \"a\" : 2,\n  \"b\" : 1\n}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatIsNotFiniteIsNotWritten(double ratio) {
        Evidence evidence = new Evidence(1, 1, Tally.NONE, Tally.NONE, ratio);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(evidence))
                .withMessageContaining("/failureRatio: " + ratio + " (expected: a finite number)");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.toTree(evidence));
    }

    @Test
    void whatWouldNotReadBackIsNotWritten() {
        DampingSettings damping = new DampingSettings(1, Duration.ofNanos(1_000_000_500), 3, 2, 1, Duration.ZERO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(damping))
                .withMessageContaining("/halfLife: 1000.0005ms (expected: whole milliseconds, 0 to 31 years)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(Map.of("at", Instant.MAX)))
                .withMessageContaining("/at: ")
                .withMessageContaining("(expected: a time from 1970 to 9999)");
    }

    @Test
    void loneSurrogateIsWrittenAsTheReplacementCharacter() {
        String written = Json.write(Map.of("a", "x\ud83dy", "b", "\ude00", "c", "\\ud83d", "d", "🐑"));

        assertThat(Json.readTree(written))
                .isEqualTo(Json.readTree("{\"a\":\"x\ufffdy\",\"b\":\"\ufffd\",\"c\":\"\\\\ud83d\",\"d\":\"🐑\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/regions/us-east-1/probes/failed | 7 | /regions/us-east-1/probes/failed: 7 of 6 (expected: 0 to 6)",
                "/intervalMs | 0 | /intervalMs: 0 (expected: 1 to 1000000000000)",
                "/users/shed | -1 | /users/shed: -1 (expected: 0 to 9223372036854775807)",
                "/users/shed | 1000000000001 | /users/shed: 1000000000001 (expected: 0 to 1000000000000)",
                "/regions/us-east-1/probeLatencyMs | -1 | "
                        + "/regions/us-east-1/probeLatencyMs: -1 (expected: 0 to 600000)"
            })
    void valueOutOfItsRangeIsRefusedByItsOwnPlace(String pointer, long value, String message) {
        Documents.Place place = new Documents.Place(pointer, true);
        String broken =
                place.in(Json.readTree(Documents.REPORT), Json.toTree(value)).toString();

        assertThatThrownBy(() -> Json.readMessage(broken, AgentMessage.class)).hasMessage(message);
    }
}
