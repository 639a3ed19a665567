package dev.drover.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one way in which Drover writes and reads JSON.
 *
 * <p>Two readers: what programs say to each other may have fields that the reader does not know (mixed versions work);
 * what people write may not (a typo must not pass). Both refuse duplicate keys, trailing text, nulls where none is
 * meant, and documents that are too deep or too long. Writing is deterministic: record order for fields, sorted maps.
 */
public final class Json {

    /** Nesting beyond which a document is refused. */
    public static final int MAX_DEPTH = 64;

    private static final int MESSAGE_STRING_CHARACTERS = 1024 * 1024;
    private static final int WRITTEN_STRING_CHARACTERS = 8 * 1024;

    private static final ObjectMapper MESSAGES = mapper(MESSAGE_STRING_CHARACTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper WRITTEN = mapper(WRITTEN_STRING_CHARACTERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    private static JsonMapper.Builder mapper(int longestString) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(longestString)
                        .maxNumberLength(100)
                        .maxNameLength(256)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new DurationModule())
                .annotationIntrospector(new NullnessIntrospector())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** Writes a value on one line. */
    public static String write(Object value) {
        try {
            return MESSAGES.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes a value on several lines, for people. */
    public static String writePretty(Object value) {
        try {
            return MESSAGES.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads what a program wrote; unknown fields are ignored.
     *
     * @throws UnreadableJsonException naming the place and what was expected there
     */
    public static <T> T readMessage(String text, Class<T> type) {
        return read(MESSAGES, text, type);
    }

    /**
     * Reads what a person wrote; unknown fields are refused.
     *
     * @throws UnreadableJsonException naming the place and what was expected there
     */
    public static <T> T readWritten(String text, Class<T> type) {
        return read(WRITTEN, text, type);
    }

    /**
     * Reads what a person wrote and something else has parsed already; unknown fields are refused.
     *
     * @throws UnreadableJsonException naming the place and what was expected there
     */
    public static <T> T readWritten(JsonNode tree, Class<T> type) {
        try {
            return WRITTEN.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        }
    }

    /**
     * Reads any JSON document as a tree.
     *
     * @throws UnreadableJsonException if it is not one
     */
    public static JsonNode readTree(String text) {
        return read(MESSAGES, text, JsonNode.class);
    }

    /** A value as a tree. */
    public static JsonNode toTree(Object value) {
        return MESSAGES.valueToTree(value);
    }

    private static <T> T read(ObjectMapper mapper, String text, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new UnreadableJsonException("", "null (expected: a document)", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        }
    }
}
