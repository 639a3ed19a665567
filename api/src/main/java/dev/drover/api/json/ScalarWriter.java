package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** How a scalar is written; what cannot be is refused with the value and what was expected. */
final class ScalarWriter<T> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Form<T> form;

    /** Writes one value. */
    @FunctionalInterface
    interface Form<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    ScalarWriter(Class<T> type, Form<T> form) {
        super(type);
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        try {
            form.write(json, value);
        } catch (IllegalArgumentException e) {
            throw new JsonFault(json, String.valueOf(e.getMessage()), e);
        }
    }
}
