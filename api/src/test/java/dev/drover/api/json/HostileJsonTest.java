package dev.drover.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.order.Orders;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTest {

    private static final List<Class<?>> TYPES = List.of(
            AgentMessage.class,
            ControllerMessage.class,
            EdgePolicy.class,
            SteeringPolicy.class,
            Orders.class,
            EvacuationRequest.class);

    private static final String EVIDENCE =
            """
            {"eligibleEdges":5,"lostEdges":%s,"probes":{"count":1,"failed":1},"requests":{"count":0,"failed":0},
             "failureRatio":%s}""";

    static Stream<String> noDocuments() {
        return Stream.of(
                "",
                " ",
                "null",
                "nul",
                "{",
                "}",
                "[",
                "[]",
                "[1,2]",
                "[\"hello\",{}]",
                "\"\"",
                "\"hello\"",
                "5",
                "-",
                "1e400",
                "NaN",
                "-Infinity",
                "true",
                "{\"a\":1,\"a\":2}",
                "{\"type\":\"report\",\"sequence\":1,\"sequence\":2}",
                "{\"type\":\"hello\",\"type\":\"report\"}",
                "{}{}",
                "{} x",
                "{}]",
                "{,}",
                "{\"a\":}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":'b'}",
                "{a:1}",
                "{\"a\":1,}",
                "// c\n{}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":\"\ud83d\"}",
                "{\"a\":\"\ude00\"}",
                "\u0000",
                "\uFEFF\uFEFF{}",
                "{\"\\ud83d\":1}",
                "{\"a\":" + "[".repeat(100_000),
                "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}",
                "{\"a\":".repeat(65) + "1" + "}".repeat(65),
                "[".repeat(1_000_000),
                "{\"a\":" + "1".repeat(200) + "}{",
                "{\"" + "k".repeat(300) + "\":1}");
    }

    static Stream<Arguments> noDocumentsOfEachType() {
        return TYPES.stream().flatMap(type -> noDocuments().map(text -> Arguments.of(type, text)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("noDocumentsOfEachType")
    void whatIsNoDocumentIsRefusedInPlainWords(Class<?> type, String text) {
        refusedPlainly(() -> Json.readMessage(text, type));
        refusedPlainly(() -> Json.readWritten(text, type));
    }

    @Test
    void treeOfWhatIsNotJsonIsRefusedToo() {
        for (String text : List.of("", "{", "{\"a\":1,\"a\":2}", "{} x", "NaN", "\"\\ud83d\"", "[".repeat(65))) {
            refusedPlainly(() -> Json.readTree(text));
        }
        assertThatThrownBy(() -> Json.readTree("{\"a/b\":[1,{\"c~\":-1e400}]}"))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessage("/a~1b/1/c~0: -Infinity (expected: a finite number)");
    }

    @Test
    void sixtyFourLevelsAreRead() {
        String text = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);

        assertThat(Json.readTree(text)).hasToString(text);
        assertThatThrownBy(() -> Json.readTree("[" + text + "]")).hasMessageContaining("65 (expected: at most 64)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 1e400    | /failureRatio | (expected: a number)",
                "3 | -1e400   | /failureRatio | (expected: a number)",
                "3 | \"NaN\"  | /failureRatio | 'NaN' (expected: a number)",
                "3 | \"0.5\"  | /failureRatio | '0.5' (expected: a number)",
                "3 | NaN      | /failureRatio | line 2 column 20: Non-standard token 'NaN' (expected: a JSON document)",
                "3 | true     | /failureRatio | true (expected: a number)",
                "3 | {}       | /failureRatio | an object (expected: a number)",
                "3 | [0.5]    | /failureRatio | a list (expected: a number)",
                "1.0 | 0.5    | /lostEdges    | 1.0 (expected: a whole number)",
                "1e2 | 0.5    | /lostEdges    | 1e2 (expected: a whole number)",
                "\"3\" | 0.5  | /lostEdges    | '3' (expected: a whole number)",
                "true | 0.5   | /lostEdges    | true (expected: a whole number)",
                "99999999999 | 0.5 | /lostEdges | a number out of range (expected: -2147483648 to 2147483647)"
            })
    void numberThatIsNoneIsRefusedByItsPlace(String whole, String real, String place, String fault) {
        String message = refusedPlainly(() -> Json.readMessage(EVIDENCE.formatted(whole, real), Evidence.class));

        assertThat(message).startsWith(place + ": ").contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence", "failureRatio"})
    void numberOfTwoHundredDigitsIsRefused(String field) {
        String digits = "1".repeat(200);
        String evidence = EVIDENCE.formatted(3, digits);
        String report = Documents.REPORT.replace("\"sequence\":7", "\"sequence\":" + digits);

        String message = field.equals("sequence")
                ? refusedPlainly(() -> Json.readMessage(report, AgentMessage.class))
                : refusedPlainly(() -> Json.readMessage(evidence, Evidence.class));

        assertThat(message).contains("200 (expected: at most 100)");
    }

    @Test
    void hugeTextIsRefusedWithoutBeingRepeated() {
        String report = Documents.REPORT.replace("6 of 6", "6".repeat(2 * 1024 * 1024));
        String name = Documents.HELLO.replace("fra/1", "f".repeat(100_000));
        String written = "{\"region\":\"us-east-1\",\"author\":\"a\",\"reason\":\"" + "r".repeat(10_000) + "\"}";

        assertThat(refusedPlainly(() -> Json.readMessage(report, AgentMessage.class)))
                .contains("(expected: at most 1048576)");
        assertThat(refusedPlainly(() -> Json.readMessage(name, AgentMessage.class)))
                .startsWith("/agent: ")
                .hasSizeLessThan(300);
        assertThat(refusedPlainly(() -> Json.readWritten(written, EvacuationRequest.class)))
                .startsWith("/reason: ")
                .contains("(expected: at most 8192)");
    }

    @Test
    void controlCharactersOfAForeignValueAreNotRepeatedRaw() {
        String agent = Documents.HELLO.replace("fra/1", "\\u001b[31mfra\\u202e\\n");
        String field = "{\"\\u001b[2J\\n\":1}";

        assertThat(refusedPlainly(() -> Json.readMessage(agent, AgentMessage.class)))
                .contains("\\u001b[31mfra\\u202e\\u000a");
        assertThat(refusedPlainly(() -> Json.readWritten(field, EvacuationRequest.class)))
                .startsWith("/\\u001b[2J\\u000a: unknown field");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] cut = {'"', (byte) 0xF0, (byte) 0x9F, '"'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        byte[] overlong = {(byte) 0xC0, (byte) 0xAF};

        for (byte[] bytes : List.of(cut, surrogate, overlong)) {
            assertThat(refusedPlainly(() -> Json.textOf(bytes))).contains("not UTF-8");
        }
        assertThat(Json.textOf("é🐑".getBytes(StandardCharsets.UTF_8))).isEqualTo("é🐑");
    }

    @Property(tries = 300)
    void noChangeOfSomeCharactersBringsAnyOtherError(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text =
                new StringBuilder(random.nextBoolean() ? Documents.EDGE_POLICY : Documents.STEERING_POLICY);
        String noise = "{}[]\",:0-9eE.\\u\ud83d\u0000 nulltrue";
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(text.length());
            text.replace(
                    at,
                    at + random.nextInt(2),
                    noise.substring(random.nextInt(noise.length())).substring(0, 1));
        }
        for (Class<?> type : TYPES) {
            Throwable thrown = catchThrowable(() ->
                    assertThat((Object) Json.readMessage(text.toString(), type)).isNotNull());
            if (thrown != null) {
                assertThat(thrown).isExactlyInstanceOf(UnreadableJsonException.class);
            }
        }
    }

    @Test
    void nullTreeIsRefused() {
        JsonNode tree = Json.readTree("null");

        assertThat(refusedPlainly(() -> Json.readWritten(tree, SteeringPolicy.class)))
                .isEqualTo("null (expected: an object)");
    }

    @CanIgnoreReturnValue
    private static String refusedPlainly(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown).isExactlyInstanceOf(UnreadableJsonException.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message).contains("(expected: ").hasSizeLessThan(2_000);
        PlainWords.check(message);
        return message;
    }
}
