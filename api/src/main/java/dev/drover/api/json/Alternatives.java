package dev.drover.api.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Closed alternatives, told apart by one field. */
final class Alternatives {

    private Alternatives() {}

    /** The fields that tell the alternatives apart of which that type is one; none if it is not. */
    static List<String> discriminatorsOf(Class<?> type) {
        List<String> fields = new ArrayList<>();
        for (Class<?> root : type.getInterfaces()) {
            JsonTypeInfo info = root.getAnnotation(JsonTypeInfo.class);
            if (info != null) {
                fields.add(info.property());
            }
        }
        return fields;
    }

    /** What is wrong with a name that is none of the alternatives. */
    static String unknown(Class<?> root, String name) {
        JsonTypeInfo info = root.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes types = root.getAnnotation(JsonSubTypes.class);
        String field = info == null ? "type" : info.property();
        String expected = types == null
                ? Expected.of(root)
                : "one of "
                        + String.join(
                                ", ",
                                Stream.of(types.value())
                                        .map(JsonSubTypes.Type::name)
                                        .toList());
        return field + ": '" + name + "' (expected: " + expected + ")";
    }
}
