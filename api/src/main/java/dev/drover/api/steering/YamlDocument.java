package dev.drover.api.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML document as a JSON tree that remembers where each of its places stands.
 *
 * <p>Only the types of JSON: no tags, no merges, no anchors that repeat; bounded in size and depth.
 */
final class YamlDocument {

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_DEPTH = 32;

    private final String file;
    private final ObjectNode root;
    private final Map<String, Mark> marks;

    private YamlDocument(String file, ObjectNode root, Map<String, Mark> marks) {
        this.file = file;
        this.root = root;
        this.marks = marks;
    }

    static YamlDocument parse(String file, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new UnreadablePolicyException(
                    file, 1, 1, text.length() + " characters (expected: at most " + MAX_CHARACTERS + ")");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            Map<String, Mark> marks = new TreeMap<>();
            if (node.isEmpty() || !(tree(file, node.get(), "", 0, marks) instanceof ObjectNode map)) {
                throw new UnreadablePolicyException(file, 1, 1, "no map (expected: service: ..., regions: ..., ...)");
            }
            return new YamlDocument(file, map, marks);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            throw at(file, mark, e.getProblem() == null ? "not YAML" : e.getProblem());
        } catch (YamlEngineException e) {
            throw new UnreadablePolicyException(file, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    ObjectNode root() {
        return root.deepCopy();
    }

    /** The error for a place: at its own mark, or at the nearest of its parents that is in the file. */
    UnreadablePolicyException fault(String pointer, String fault) {
        String place = pointer;
        while (!marks.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        String name = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return at(file, marks.get(place), name + fault);
    }

    private static UnreadablePolicyException at(
            String file, @org.jspecify.annotations.Nullable Mark mark, String fault) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new UnreadablePolicyException(file, line, column, fault);
    }

    private static JsonNode tree(String file, Node node, String pointer, int depth, Map<String, Mark> marks) {
        Mark mark = node.getStartMark().orElse(null);
        if (mark != null) {
            marks.putIfAbsent(pointer, mark);
        }
        if (depth > MAX_DEPTH) {
            throw at(file, mark, "nested deeper than " + MAX_DEPTH);
        }
        if (node instanceof MappingNode mapping) {
            return map(file, mapping, pointer, depth, marks);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(tree(file, element, pointer + "/" + array.size(), depth + 1, marks));
            }
            return array;
        }
        return scalar(file, (ScalarNode) node);
    }

    private static ObjectNode map(
            String file, MappingNode mapping, String pointer, int depth, Map<String, Mark> marks) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode key)) {
                throw at(file, keyNode.getStartMark().orElse(null), "a key that is not a word");
            }
            String place = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (map.has(key.getValue())) {
                throw at(file, key.getStartMark().orElse(null), "duplicate key '" + key.getValue() + "'");
            }
            key.getStartMark().ifPresent(mark -> marks.put(place, mark));
            map.set(key.getValue(), tree(file, tuple.getValueNode(), place, depth + 1, marks));
        }
        return map;
    }

    private static JsonNode scalar(String file, ScalarNode node) {
        String value = node.getValue();
        Tag tag = node.getTag();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (tag.equals(Tag.STR)) {
            return json.textNode(value);
        }
        if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(Boolean.parseBoolean(value));
        }
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        }
        try {
            if (tag.equals(Tag.INT)) {
                BigInteger whole = new BigInteger(value);
                return whole.bitLength() < 63 ? json.numberNode(whole.longValue()) : json.numberNode(whole);
            }
            if (tag.equals(Tag.FLOAT)) {
                return json.numberNode(new BigDecimal(value).doubleValue());
            }
        } catch (NumberFormatException e) {
            throw at(file, node.getStartMark().orElse(null), "'" + value + "' (expected: a finite number)");
        }
        throw at(file, node.getStartMark().orElse(null), "tag " + tag + " (expected: no tags)");
    }
}
