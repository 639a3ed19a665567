package dev.drover.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.json.Documents.Place;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.steering.SteeringPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks each document in each of its places. */
class BrokenDocumentTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Places that may be absent or null. */
    private static final Set<String> OPTIONAL = Set.of(
            "/applied",
            "/overlay",
            "/regions/us-east-1/probeLatencyMs",
            "/regions/us-east-1/answers",
            "/edges/fra/vantage",
            "/guards/lastResort");

    /** Fields in which the empty text means none, or the whole. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("pointer", "userCookie", "userHeader", "ofProbes", "ofRequests");

    /** A text that is cut where it is too long. */
    private static final String CUT = "evidence";

    private static final List<JsonNode> OTHERS = List.of(
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.arrayNode()),
            JSON.objectNode().putNull("x"),
            JSON.objectNode().put("us-east-1", "x"),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(1.5),
            JSON.numberNode(1e308),
            JSON.textNode("x"),
            JSON.textNode("7"),
            JSON.textNode("NaN"),
            JSON.textNode("null"),
            JSON.textNode("\u0000"),
            JSON.textNode("é".repeat(2_000)));

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Documents.HELLO, AgentMessage.class),
                Arguments.of(Documents.REPORT, AgentMessage.class),
                Arguments.of(Documents.EDGE_POLICY, EdgePolicy.class),
                Arguments.of(Documents.STEERING_POLICY, SteeringPolicy.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentIsReadWhenItIsWhole(String text, Class<?> type) {
        JsonNode read = Json.toTree(Json.readMessage(text, type));
        assertThat(sameButForTheFormOfNumbers(read, Json.readTree(text)))
                .as("%s", read)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nullAndBlankAreRefusedInEveryPlace(String text, Class<?> type) {
        JsonNode document = Json.readTree(text);
        for (Place place : Documents.placesOf(document)) {
            if (!OPTIONAL.contains(place.pointer())) {
                refused(place, place.in(document, JSON.nullNode()), type);
            }
            refused(place, place.in(document, JSON.textNode(" ")), type);
            refused(place, place.in(document, JSON.textNode("\u00a0\t\n")), type);
            if (!MAY_BE_EMPTY.contains(place.name())) {
                refused(place, place.in(document, JSON.textNode("")), type);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fieldThatIsMissingIsRefusedByItsName(String text, Class<?> type) {
        JsonNode document = Json.readTree(text);
        for (Place place : Documents.placesOf(document)) {
            if (place.field() && !OPTIONAL.contains(place.pointer())) {
                String message = refused(place, place.leftOutOf(document), type);
                assertThat(message).startsWith(place.pointer() + ": missing (expected: ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void valueOfAnyOtherKindIsRefusedOrReadAsWhatItIs(String text, Class<?> type) {
        JsonNode document = Json.readTree(text);
        for (Place place : Documents.placesOf(document)) {
            for (JsonNode other : OTHERS) {
                JsonNode broken = place.in(document, other);
                JsonNode read = readBack(broken, type);
                if (read != null && !place.name().equals(CUT)) {
                    assertThat(sameButForTheFormOfNumbers(read, broken))
                            .as("%s in place of %s was read as %s", other, place.pointer(), read.at(place.pointer()))
                            .isTrue();
                }
            }
        }
    }

    /** The document as it was understood; nothing if it was refused as it should be. */
    private static @Nullable JsonNode readBack(JsonNode document, Class<?> type) {
        try {
            return Json.toTree(Json.readMessage(document.toString(), type));
        } catch (UnreadableJsonException e) {
            PlainWords.check(String.valueOf(e.getMessage()));
            return null;
        }
    }

    @Test
    void optionalFieldsMayBeNullOrAbsent() {
        for (String text : List.of(Documents.HELLO, Documents.REPORT)) {
            JsonNode document = Json.readTree(text);
            for (Place place : Documents.placesOf(document)) {
                if (OPTIONAL.contains(place.pointer())) {
                    AgentMessage absent =
                            Json.readMessage(place.leftOutOf(document).toString(), AgentMessage.class);
                    AgentMessage isNull =
                            Json.readMessage(place.in(document, JSON.nullNode()).toString(), AgentMessage.class);
                    assertThat(isNull).isEqualTo(absent);
                }
            }
        }
    }

    private static boolean sameButForTheFormOfNumbers(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber() && left.doubleValue() == right.doubleValue()
                        ? 0
                        : left.equals(right) ? 0 : 1,
                other);
    }

    @CanIgnoreReturnValue
    private static String refused(Place place, JsonNode broken, Class<?> type) {
        Throwable thrown = catchThrowable(() -> Json.readMessage(broken.toString(), type));
        assertThat(thrown).as("%s broken", place.pointer()).isExactlyInstanceOf(UnreadableJsonException.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message)
                .startsWith(place.parentPointer())
                .contains("(expected: ")
                .hasSizeLessThan(2_000);
        PlainWords.check(message);
        return message;
    }
}
