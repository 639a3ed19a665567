package dev.drover.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which Drover writes and reads JSON.
 *
 * <p>Two readers: what programs say to each other may have fields that the reader does not know (mixed versions work);
 * what people write may not (a typo must not pass). Both refuse duplicate keys, trailing text, nulls and gaps where
 * none is meant, values of another type (no text for a number, nor the reverse), numbers that are not finite, lone
 * surrogates, and documents that are too deep or too long.
 *
 * <p>Writing is deterministic: record order for fields, sorted maps, {@code \n} between lines. What is written reads
 * back equal; a value for which that cannot hold (NaN, a part of a millisecond, a year beyond 9999) is not written.
 */
public final class Json {

    /** Nesting beyond which a document is refused. */
    public static final int MAX_DEPTH = 64;

    /** The longest document, in characters: far above what is sent, far below what would hurt a process. */
    public static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private static final int MESSAGE_STRING_CHARACTERS = 1024 * 1024;
    private static final int WRITTEN_STRING_CHARACTERS = 8 * 1024;
    private static final int NUMBER_CHARACTERS = 100;
    private static final int NAME_CHARACTERS = 256;

    private static final ObjectMapper MESSAGES = mapper(MESSAGE_STRING_CHARACTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper WRITTEN = mapper(WRITTEN_STRING_CHARACTERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter PRETTY = MESSAGES.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    private static JsonMapper.Builder mapper(int longestString) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(longestString)
                        .maxNumberLength(NUMBER_CHARACTERS)
                        .maxNameLength(NAME_CHARACTERS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new StrictScalars())
                .addHandler(new PlainFaults())
                .annotationIntrospector(new NullnessIntrospector())
                .withCoercionConfigDefaults(Json::nothingFromBlank)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    private static void nothingFromBlank(MutableCoercionConfig coercion) {
        coercion.setAcceptBlankAsEmpty(false).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    /**
     * Writes a value on one line; a lone surrogate becomes U+FFFD.
     *
     * @throws IllegalArgumentException if the value has a part that could not be read back
     */
    public static String write(Object value) {
        return write(MESSAGES.writer(), value);
    }

    /**
     * Writes a value on several lines, for people; otherwise as {@link #write(Object)}.
     *
     * @throws IllegalArgumentException if the value has a part that could not be read back
     */
    public static String writePretty(Object value) {
        return write(PRETTY, value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return WellFormed.replaced(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: "
                            + UnreadableJsonException.of(e).getMessage(),
                    e);
        }
    }

    /**
     * The text of bytes that came from outside; text made of them in any other way would hide what was broken.
     *
     * @throws UnreadableJsonException if the bytes are not UTF-8
     */
    public static String textOf(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableJsonException("", "bytes that are not UTF-8 (expected: a JSON document in UTF-8)", e);
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
        try {
            return read(WRITTEN, text, type);
        } catch (UnreadableJsonException e) {
            throw Typo.before(e, () -> readTree(text));
        }
    }

    /**
     * Reads what a person wrote and something else has parsed already; unknown fields are refused.
     *
     * @throws UnreadableJsonException naming the place and what was expected there
     */
    public static <T> T readWritten(JsonNode tree, Class<T> type) {
        try {
            return read(WRITTEN, tree, type);
        } catch (UnreadableJsonException e) {
            throw Typo.before(e, () -> tree);
        }
    }

    /**
     * Reads what a program wrote and {@link #readTree} has parsed already; unknown fields are ignored.
     *
     * @throws UnreadableJsonException naming the place and what was expected there
     */
    public static <T> T readMessage(JsonNode tree, Class<T> type) {
        return read(MESSAGES, tree, type);
    }

    /**
     * Reads any JSON document as a tree.
     *
     * @throws UnreadableJsonException if it is not one, or holds a number that is not finite
     */
    public static JsonNode readTree(String text) {
        JsonNode tree = read(MESSAGES, text, JsonNode.class);
        checkFinite(tree, "");
        return tree;
    }

    /** A value as a tree. */
    public static JsonNode toTree(Object value) {
        return MESSAGES.valueToTree(value);
    }

    private static <T> T read(ObjectMapper mapper, String text, Class<T> type) {
        check(text);
        try {
            return present(mapper.readValue(text, type), type);
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        }
    }

    private static <T> T read(ObjectMapper mapper, JsonNode tree, Class<T> type) {
        try {
            return present(mapper.treeToValue(tree, type), type);
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        }
    }

    private static <T> T present(@Nullable T value, Class<T> type) {
        if (value == null) {
            throw new UnreadableJsonException("", "null (expected: " + Expected.of(type) + ")", null);
        }
        return value;
    }

    private static void check(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new UnreadableJsonException(
                    "", text.length() + " characters (expected: at most " + MAX_CHARACTERS + ")", null);
        }
        int broken = WellFormed.firstLoneSurrogate(text);
        if (broken >= 0) {
            throw new UnreadableJsonException(
                    "", "character " + (broken + 1) + ": a lone surrogate (expected: whole Unicode characters)", null);
        }
    }

    private static void checkFinite(JsonNode tree, String pointer) {
        if (tree.isFloatingPointNumber() && !Double.isFinite(tree.doubleValue())) {
            throw new UnreadableJsonException(pointer, tree.asText() + " (expected: a finite number)", null);
        }
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            checkFinite(field.getValue(), pointer + "/" + UnreadableJsonException.escaped(field.getKey()));
        }
        for (int element = 0; tree.isArray() && element < tree.size(); element++) {
            checkFinite(tree.get(element), pointer + "/" + element);
        }
    }
}
