package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Durations;
import dev.drover.api.slot.Owner;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Scalars in one form only, which reads back as what was written: durations as {@code "500ms"}, times as
 * {@code "2026-01-31T12:00:00Z"}, numbers finite. What has no such form is not written.
 */
final class StrictScalars extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Times beyond are nobody's clock, and overflow where others count milliseconds. */
    private static final Instant FIRST_TIME = Instant.EPOCH;

    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    StrictScalars() {
        super("drover-scalars");
        addSerializer(double.class, new Written<>(double.class, (json, value) -> json.writeNumber(finite(value))));
        addSerializer(Double.class, new Written<>(Double.class, (json, value) -> json.writeNumber(finite(value))));
        addSerializer(Duration.class, new Written<>(Duration.class, (json, value) -> json.writeString(text(value))));
        addSerializer(Instant.class, new Written<>(Instant.class, (json, value) -> json.writeString(text(value))));
        addDeserializer(double.class, new FiniteNumber());
        addDeserializer(Double.class, new FiniteNumber());
        addDeserializer(Duration.class, new FromText<>(Duration.class, Durations::parse));
        addDeserializer(Instant.class, new FromText<>(Instant.class, StrictScalars::time));
        addDeserializer(URI.class, new FromText<>(URI.class, URI::create));
        addKeyDeserializer(RegionId.class, new Name(RegionId::of));
        addKeyDeserializer(EdgeId.class, new Name(EdgeId::of));
        addKeyDeserializer(Owner.class, new Name(Owner::parse));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " (expected: a finite number)");
        }
        return value;
    }

    private static String text(Duration value) {
        String text = Durations.write(value);
        try {
            if (Durations.parse(text).equals(value)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " (expected: whole milliseconds, 0 to 31 years)", e);
        }
        throw new IllegalArgumentException(text + " (expected: whole milliseconds)");
    }

    private static String text(Instant value) {
        return inRange(value).toString();
    }

    private static Instant time(String text) {
        return inRange(Instant.parse(text));
    }

    private static Instant inRange(Instant value) {
        if (value.isBefore(FIRST_TIME) || value.isAfter(LAST_TIME)) {
            throw new IllegalArgumentException(value + " (expected: a time from 1970 to 9999)");
        }
        return value;
    }

    private static final class FiniteNumber extends StdScalarDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
                throw PlainFaults.unexpected(json, Double.class);
            }
            return json.getDoubleValue();
        }
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;

        FromText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw PlainFaults.unexpected(json, handledType());
            }
            try {
                return reader.apply(json.getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw PlainFaults.unexpected(json, handledType());
            }
        }
    }

    private static final class Name extends KeyDeserializer {

        private final Function<String, ?> reader;

        Name(Function<String, ?> reader) {
            this.reader = reader;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return reader.apply(key);
            } catch (IllegalArgumentException e) {
                throw new JsonFault(context.getParser(), String.valueOf(e.getMessage()), e);
            }
        }
    }
}
