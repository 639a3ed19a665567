package dev.drover.api.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** A fault in Drover's own words, on its way through the parser, which adds the place. */
final class JsonFault extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    JsonFault(@Nullable Closeable parser, String fault, @Nullable Throwable cause) {
        super(parser, fault, cause);
    }
}
