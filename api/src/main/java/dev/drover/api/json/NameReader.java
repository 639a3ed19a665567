package dev.drover.api.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** How the key of a map is read as a name. */
final class NameReader extends KeyDeserializer {

    private final Function<String, ?> reader;

    NameReader(Function<String, ?> reader) {
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
