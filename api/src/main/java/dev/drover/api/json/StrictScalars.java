package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Durations;
import dev.drover.api.slot.Owner;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

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
        addWriters();
        addReaders();
        addKeyDeserializer(RegionId.class, new NameReader(RegionId::of));
        addKeyDeserializer(EdgeId.class, new NameReader(EdgeId::of));
        addKeyDeserializer(Owner.class, new NameReader(Owner::parse));
    }

    private void addWriters() {
        addSerializer(
                double.class, new ScalarWriter<>(double.class, (json, number) -> json.writeNumber(finite(number))));
        addSerializer(
                Double.class, new ScalarWriter<>(Double.class, (json, number) -> json.writeNumber(finite(number))));
        addSerializer(Duration.class, new ScalarWriter<>(Duration.class, (json, time) -> json.writeString(text(time))));
        addSerializer(
                Instant.class,
                new ScalarWriter<>(
                        Instant.class,
                        (json, time) -> json.writeString(inRange(time).toString())));
    }

    private void addReaders() {
        addDeserializer(String.class, ScalarReader.ofText(String.class, JsonParser::getText));
        addDeserializer(int.class, ScalarReader.ofWholeNumber(int.class, JsonParser::getIntValue));
        addDeserializer(Integer.class, ScalarReader.ofWholeNumber(Integer.class, JsonParser::getIntValue));
        addDeserializer(long.class, ScalarReader.ofWholeNumber(long.class, JsonParser::getLongValue));
        addDeserializer(Long.class, ScalarReader.ofWholeNumber(Long.class, JsonParser::getLongValue));
        addDeserializer(double.class, ScalarReader.ofNumber(double.class, StrictScalars::finiteNumber));
        addDeserializer(Double.class, ScalarReader.ofNumber(Double.class, StrictScalars::finiteNumber));
        addDeserializer(boolean.class, ScalarReader.ofTruth(boolean.class, JsonParser::getBooleanValue));
        addDeserializer(Boolean.class, ScalarReader.ofTruth(Boolean.class, JsonParser::getBooleanValue));
        addDeserializer(Duration.class, ScalarReader.ofText(Duration.class, json -> Durations.parse(json.getText())));
        addDeserializer(
                Instant.class, ScalarReader.ofText(Instant.class, json -> inRange(Instant.parse(json.getText()))));
        addDeserializer(URI.class, ScalarReader.ofText(URI.class, json -> URI.create(json.getText())));
    }

    private static Double finiteNumber(JsonParser json) throws IOException {
        return finite(json.getDoubleValue());
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
        throw new AssertionError(text + " reads as another duration");
    }

    private static Instant inRange(Instant value) {
        if (value.isBefore(FIRST_TIME) || value.isAfter(LAST_TIME)) {
            throw new IllegalArgumentException(value + " (expected: a time from 1970 to 9999)");
        }
        return value;
    }
}
