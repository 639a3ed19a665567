package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Set;

/** How a scalar is read: from its own kind of token, or not at all. */
final class ScalarReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Set<JsonToken> tokens;
    private final transient Form<T> form;

    /** Reads one value; throws IllegalArgumentException or DateTimeException if the token does not hold one. */
    @FunctionalInterface
    interface Form<T> {
        T read(JsonParser json) throws IOException;
    }

    private ScalarReader(Class<T> type, Set<JsonToken> tokens, Form<T> form) {
        super(type);
        this.tokens = tokens;
        this.form = form;
    }

    static <T> ScalarReader<T> ofText(Class<T> type, Form<T> form) {
        return new ScalarReader<>(type, EnumSet.of(JsonToken.VALUE_STRING), form);
    }

    static <T> ScalarReader<T> ofWholeNumber(Class<T> type, Form<T> form) {
        return new ScalarReader<>(type, EnumSet.of(JsonToken.VALUE_NUMBER_INT), form);
    }

    static <T> ScalarReader<T> ofNumber(Class<T> type, Form<T> form) {
        return new ScalarReader<>(type, EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT), form);
    }

    static <T> ScalarReader<T> ofTruth(Class<T> type, Form<T> form) {
        return new ScalarReader<>(type, EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), form);
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (tokens.contains(json.currentToken())) {
            try {
                return form.read(json);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw PlainFaults.unexpected(json, handledType());
            }
        }
        throw PlainFaults.unexpected(json, handledType());
    }
}
