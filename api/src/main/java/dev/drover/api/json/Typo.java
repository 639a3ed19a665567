package dev.drover.api.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where a field is missing because its name was mistyped, the mistyped one is the better answer. */
final class Typo {

    private Typo() {}

    /**
     * The fault to report.
     *
     * @param fault what the parser found first
     * @param document in which it found it
     * @return the unknown field of the object that lacks one, if there is such; the same fault otherwise
     */
    static UnreadableJsonException before(UnreadableJsonException fault, Supplier<JsonNode> document) {
        if (!(fault.getCause() instanceof JsonMappingException mapping) || !ParserFault.isMissingField(mapping)) {
            return fault;
        }
        List<Reference> path = mapping.getPath();
        Reference missing = path.get(path.size() - 1);
        RecordComponent[] components = missing.getFrom() instanceof Class<?> type ? type.getRecordComponents() : null;
        if (components == null) {
            return fault;
        }
        JsonNode object = document.get();
        for (Reference step : path.subList(0, path.size() - 1)) {
            object = step.getFieldName() == null ? object.path(step.getIndex()) : object.path(step.getFieldName());
        }
        TreeSet<String> known = new TreeSet<>(
                Stream.of(components).map(RecordComponent::getName).toList());
        known.addAll(Alternatives.discriminatorsOf((Class<?>) missing.getFrom()));
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                return UnreadableJsonException.unknownField(path.subList(0, path.size() - 1), name, known);
            }
        }
        return fault;
    }
}
