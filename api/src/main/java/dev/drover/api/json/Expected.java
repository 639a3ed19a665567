package dev.drover.api.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a place of a document may hold, in words that mean something to those who do not read Java. */
final class Expected {

    private static final List<Class<?>> WHOLE = List.of(int.class, long.class, Integer.class, Long.class);
    private static final List<Class<?>> NUMBERS = List.of(double.class, Double.class);
    private static final List<Class<?>> TRUTHS = List.of(boolean.class, Boolean.class);

    private Expected() {}

    static String of(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Stream.of(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (NUMBERS.contains(type)) {
            return "a number";
        }
        if (TRUTHS.contains(type)) {
            return "true or false";
        }
        return ofObject(type);
    }

    private static String ofObject(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Duration.class) {
            return "a number and ms, s, m or h, such as 500ms";
        }
        if (type == Instant.class) {
            return "a time from 1970 to 9999, such as 2026-01-31T12:00:00Z";
        }
        if (type == URI.class) {
            return "a URL, such as http://host:port";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return oneValueOf(type).map(Expected::of).orElse("an object");
    }

    /** Whether values of that type are written as one text or list and not as an object with fields. */
    static boolean isWrittenAsOneValue(Class<?> type) {
        return oneValueOf(type).isPresent();
    }

    private static Optional<Class<?>> oneValueOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .<Class<?>>map(Method::getReturnType)
                .findFirst();
    }
}
