package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON document that cannot be read: where, and what was expected there. */
public final class UnreadableJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

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
        if (!(e instanceof JsonMappingException mapping)) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + " column "
                            + e.getLocation().getColumnNr() + ": ";
            return new UnreadableJsonException("", place + firstLine(e.getOriginalMessage()), e);
        }
        return new UnreadableJsonException(pointerOf(mapping), faultOf(mapping), e);
    }

    private static String pointerOf(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            pointer.append('/')
                    .append(
                            reference.getFieldName() == null
                                    ? String.valueOf(reference.getIndex())
                                    : reference
                                            .getFieldName()
                                            .replace("~", "~0")
                                            .replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** What our own constructors said, where they did; what the parser said otherwise, without Java class names. */
    private static String faultOf(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> names = new TreeSet<>(unknown.getKnownPropertyIds())
                    .stream().map(String::valueOf).toList();
            return "unknown field (expected: one of " + String.join(", ", names) + ")";
        }
        if (e.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null) {
            return ours.getMessage();
        }
        if (e instanceof InvalidFormatException format) {
            String value = String.valueOf(format.getValue());
            String message = format.getOriginalMessage();
            int own = message.indexOf("(expected:");
            return "'" + (value.length() > 80 ? value.substring(0, 80) : value) + "' "
                    + (own >= 0 ? message.substring(own) : "(expected: " + plainName(format.getTargetType()) + ")");
        }
        return firstLine(e.getOriginalMessage())
                .replaceAll("`?(?:[a-z]+\\.)+(?:[A-Z]\\w*[.$])*([A-Z]\\w*)(?:<[^`]*>)?`?", "$1");
    }

    private static String plainName(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return type == int.class || type == long.class
                ? "a whole number"
                : type == double.class ? "a number" : type.getSimpleName();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
