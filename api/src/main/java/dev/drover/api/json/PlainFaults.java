package dev.drover.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import dev.drover.api.text.Printable;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what was found and what was expected in plain words, where the parser would name Java classes. */
final class PlainFaults extends DeserializationProblemHandler {

    /** How our constructors name a component that is wrong, or a place within it: {@code latencyMs/us-east-1: ...}. */
    private static final Pattern NAMED = Pattern.compile("(\\w+(?:/[\\w-]+)*): (.*)", Pattern.DOTALL);

    static JsonFault unexpected(JsonParser json, Class<?> target) throws IOException {
        return new JsonFault(json, found(json) + " (expected: " + Expected.of(target) + ")", null);
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser json, String message)
            throws IOException {
        throw unexpected(json, target.getRawClass());
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser json,
            String message)
            throws IOException {
        throw unexpected(json, target);
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> target, String value, String message)
            throws IOException {
        throw new JsonFault(
                context.getParser(),
                "'" + Printable.excerpt(value) + "' (expected: " + Expected.of(target) + ")",
                null);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> target, Number value, String message)
            throws IOException {
        throw new JsonFault(
                context.getParser(),
                Printable.excerpt(value.toString()) + " (expected: " + Expected.of(target) + ")",
                null);
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> target, @Nullable Object argument, Throwable problem)
            throws IOException {
        throw placed(context.getParser(), target, said(problem, target), problem);
    }

    @Override
    public JavaType handleUnknownTypeId(
            DeserializationContext context, JavaType base, String id, TypeIdResolver resolver, String message)
            throws IOException {
        throw new JsonFault(context.getParser(), Alternatives.unknown(base.getRawClass(), Printable.excerpt(id)), null);
    }

    /** What one of our own constructors said was wrong. */
    static String said(Throwable problem, Class<?> target) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "not valid (expected: " + Expected.of(target) + ")";
    }

    /** Moves the component that a constructor names from the words to the place. */
    private static JsonFault placed(JsonParser json, Class<?> target, String said, Throwable problem) {
        Matcher named = NAMED.matcher(said);
        List<String> place = named.matches() ? List.of(named.group(1).split("/", -1)) : List.of();
        if (place.isEmpty() || !isComponent(target, place.get(0))) {
            return new JsonFault(json, said, problem);
        }
        JsonFault fault = new JsonFault(json, named.group(2), problem);
        for (int last = place.size() - 1; last >= 0; last--) {
            fault.prependPath(target, place.get(last));
        }
        return fault;
    }

    private static boolean isComponent(Class<?> target, String name) {
        RecordComponent[] components = target.getRecordComponents();
        return components != null
                && !Expected.isWrittenAsOneValue(target)
                && Arrays.stream(components)
                        .anyMatch(component -> component.getName().equals(name));
    }

    private static String found(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "'" + Printable.excerpt(json.getText()) + "'";
            case VALUE_NULL -> "null";
            default -> Printable.excerpt(json.getText());
        };
    }
}
