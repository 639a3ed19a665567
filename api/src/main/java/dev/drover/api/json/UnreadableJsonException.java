package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.drover.api.text.Printable;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A JSON document that cannot be read: where, and what was expected there. */
public final class UnreadableJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_POINTER_CHARACTERS = 500;
    private static final int MAX_FAULT_CHARACTERS = 1_000;

    private final String pointer;
    private final String fault;

    /**
     * One fault.
     *
     * @param pointer the JSON pointer of the place; empty for the whole document
     * @param fault the value found, and what was expected
     * @param cause what the parser said, if it did
     */
    public UnreadableJsonException(String pointer, String fault, @Nullable Throwable cause) {
        super((pointer.isEmpty() ? "" : pointer + ": ") + fault, cause);
        this.pointer = pointer;
        this.fault = fault;
    }

    /** The JSON pointer of the place; empty for the whole document. */
    public String pointer() {
        return pointer;
    }

    /** The value found, and what was expected, without the place. */
    public String fault() {
        return fault;
    }

    static UnreadableJsonException of(JsonProcessingException e) {
        return plain(placeOf(e), ParserFault.of(e), e);
    }

    /** What is no JSON is where the parser had come to: at that field, or the one before. */
    private static String placeOf(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            return e.getCause() instanceof StreamReadException syntax ? placeOf(syntax) : pointerOf(mapping.getPath());
        }
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    static UnreadableJsonException unknownField(
            List<JsonMappingException.Reference> object, String name, SortedSet<String> known) {
        return plain(pointerOf(object) + "/" + escaped(name), ParserFault.unknownField(known), null);
    }

    private static UnreadableJsonException plain(String pointer, String fault, @Nullable Throwable cause) {
        return new UnreadableJsonException(
                Printable.excerpt(pointer, MAX_POINTER_CHARACTERS),
                Printable.excerpt(fault, MAX_FAULT_CHARACTERS),
                cause);
    }

    /** A key as a part of a JSON pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String pointerOf(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : path) {
            String name = reference.getFieldName();
            pointer.append('/').append(name == null ? String.valueOf(reference.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }
}
