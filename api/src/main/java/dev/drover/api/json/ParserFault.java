package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.drover.api.text.Printable;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parser found wrong, in words without the names of its classes and switches. */
final class ParserFault {

    private static final String MISSING = "Missing required creator property";

    /** Where the parser speaks of itself: a switch of it, or how it calls its input. */
    private static final Pattern INTERNAL =
            Pattern.compile("[,:]? ?(?:\\(start marker|from `|enable `|not allowed as per `|\\(not recognized as).*");

    private static final Pattern LIMIT = Pattern.compile("(.*) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+).*");

    private ParserFault() {}

    static String of(JsonProcessingException e) {
        if (e instanceof JsonFault) {
            return e.getOriginalMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            TreeSet<String> names = new TreeSet<>();
            unknown.getKnownPropertyIds().forEach(name -> names.add(String.valueOf(name)));
            return unknownField(names);
        }
        if (e instanceof InvalidFormatException format) {
            return "'" + Printable.excerpt(String.valueOf(format.getValue())) + "'" + expected(format.getTargetType());
        }
        if (e instanceof InvalidNullException absent) {
            return "null" + expected(absent.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatched) {
            return mismatch(mismatched);
        }
        if (e instanceof ValueInstantiationException instantiation) {
            return PlainFaults.said(instantiation, instantiation.getType().getRawClass());
        }
        if (e instanceof JsonMappingException) {
            return e.getCause() instanceof JsonProcessingException inner
                    ? of(inner)
                    : PlainFaults.said(e, Object.class);
        }
        return syntax(e);
    }

    static String unknownField(SortedSet<String> known) {
        return "unknown field (expected: one of " + String.join(", ", known) + ")";
    }

    static boolean isMissingField(JsonMappingException e) {
        return e instanceof MismatchedInputException && e.getOriginalMessage().startsWith(MISSING);
    }

    private static String mismatch(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        if (isMissingField(e)) {
            return "missing" + expected(e.getTargetType());
        }
        if (message.startsWith("Trailing token")) {
            return place(e.getLocation()) + "more text after the document (expected: one document)";
        }
        if (message.startsWith("No content")) {
            return "no text" + expected(e.getTargetType());
        }
        return "a value of another kind" + expected(e.getTargetType());
    }

    private static String syntax(JsonProcessingException e) {
        if (e instanceof InputCoercionException range) {
            return place(e.getLocation()) + "a number out of range"
                    + (range.getTargetType() == int.class
                            ? " (expected: " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ")"
                            : " (expected: " + Long.MIN_VALUE + " to " + Long.MAX_VALUE + ")");
        }
        String said = firstLine(e.getOriginalMessage());
        Matcher limit = LIMIT.matcher(said);
        if (limit.matches()) {
            return place(e.getLocation()) + limit.replaceFirst("$1: $2 (expected: at most $3)");
        }
        String plain = INTERNAL.matcher(said).replaceFirst("");
        return place(e.getLocation()) + (plain.indexOf('`') < 0 ? plain : "not JSON") + " (expected: a JSON document)";
    }

    private static String expected(@Nullable Class<?> type) {
        return " (expected: " + (type == null ? "another" : Expected.of(type)) + ")";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + " column " + location.getColumnNr() + ": ";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
