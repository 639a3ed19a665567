package dev.drover.simulation.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.yaml.YamlDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One item of a list: a map with a single key, which says what kind it is, and under it the fields of that kind. */
public final class Item {

    private final YamlDocument document;
    private final String pointer;
    private final JsonNode node;
    private final Collection<String> known;

    Item(YamlDocument document, String pointer, JsonNode node, Collection<String> known) {
        this.document = document;
        this.pointer = pointer;
        this.node = node;
        this.known = known;
    }

    /**
     * Which of the known kinds it is.
     *
     * @throws dev.drover.api.yaml.UnreadableYamlException if it is none of them, or has more keys than that one
     */
    public String kind() {
        String expected = " (expected: one of " + String.join(", ", known) + ")";
        if (!(node instanceof ObjectNode map) || map.isEmpty()) {
            throw document.fault(pointer, Fields.shown(node) + expected);
        }
        String kind = map.fieldNames().next();
        if (!known.contains(kind)) {
            throw document.fault(pointer + "/" + Fields.escaped(kind), Hint.unknown("kind", kind, known));
        }
        if (map.size() > 1) {
            String second = map.properties().stream()
                    .skip(1)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            throw document.fault(
                    pointer + "/" + Fields.escaped(second),
                    "a second key (expected: one key an item; what belongs to " + kind + " stands in braces under it)");
        }
        return kind;
    }

    /** The line where it begins, counted from 1. */
    public int line() {
        return document.line(pointer);
    }

    /** The fields of that kind. */
    public Fields fields(List<String> keys) {
        String kind = kind();
        return Fields.of(document, pointer + "/" + kind, node.path(kind), keys);
    }
}
