package dev.drover.api.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.text.Printable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
 * <p>Only the types of JSON, within {@link YamlLimits}: no tags, no merges, no aliases; bounded in size and depth.
 */
public final class YamlDocument {

    /** The longest text. */
    public static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final int MAX_PROBLEM_CHARACTERS = 300;

    /** What the parser adds about any character that no value may begin with; it is true of tabs only. */
    private static final Pattern WRONG_ADVICE = Pattern.compile("\\. \\(Do not use [^\\\\]* for indentation\\)");

    private final String file;
    private final ObjectNode root;
    private final Map<String, Mark> marks;

    private YamlDocument(String file, ObjectNode root, Map<String, Mark> marks) {
        this.file = file;
        this.root = root;
        this.marks = marks;
    }

    /**
     * Parses a document.
     *
     * @param file how errors name the text
     * @param text at most {@link #MAX_CHARACTERS} characters
     * @param expected what the document should be, such as {@code service: ..., regions: ...}, for whoever wrote no map
     * @throws UnreadableYamlException naming the first place that is not as it should be
     */
    public static YamlDocument parse(String file, String text, String expected) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            YamlLimits.check(file, text, settings);
            Optional<Node> node = new Compose(settings).composeString(text);
            Map<String, Mark> marks = new TreeMap<>();
            if (node.isEmpty() || !(tree(file, node.get(), "", marks) instanceof ObjectNode map)) {
                Mark start = node.flatMap(Node::getStartMark).orElse(null);
                throw at(file, start, "no map (expected: " + expected + ")");
            }
            return new YamlDocument(file, map, marks);
        } catch (MarkedYamlEngineException e) {
            String problem = e.getProblem() == null
                    ? "this"
                    : firstLine(WRONG_ADVICE.matcher(e.getProblem()).replaceAll(""));
            throw at(file, e.getProblemMark().orElse(null), problem + " (expected: YAML)");
        } catch (YamlEngineException e) {
            throw at(file, null, firstLine(String.valueOf(e.getMessage())) + " (expected: YAML)");
        }
    }

    /** The whole document; a copy. */
    public ObjectNode root() {
        return root.deepCopy();
    }

    /**
     * The error for a place: at its own mark, or at the nearest of its parents that is in the file.
     *
     * @param pointer the JSON pointer of the place; empty for the whole document
     * @param fault the value found, and what was expected
     */
    public UnreadableYamlException fault(String pointer, String fault) {
        String name = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return at(file, markOf(pointer), name.replace("~1", "/").replace("~0", "~") + fault);
    }

    /** The line of a place, or of the nearest of its parents that is in the file; counted from 1. */
    public int line(String pointer) {
        Mark mark = markOf(pointer);
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private @Nullable Mark markOf(String pointer) {
        String place = pointer;
        while (!marks.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return marks.get(place);
    }

    static UnreadableYamlException at(String file, @Nullable Mark mark, String fault) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new UnreadableYamlException(file, line, column, fault);
    }

    private static String firstLine(String text) {
        return Printable.excerpt(text.lines().findFirst().orElse(""), MAX_PROBLEM_CHARACTERS);
    }

    private static JsonNode tree(String file, Node node, String pointer, Map<String, Mark> marks) {
        node.getStartMark().ifPresent(mark -> marks.putIfAbsent(pointer, mark));
        if (node instanceof MappingNode mapping) {
            return map(file, mapping, pointer, marks);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(tree(file, element, pointer + "/" + array.size(), marks));
            }
            return array;
        }
        return scalar(file, (ScalarNode) node);
    }

    private static ObjectNode map(String file, MappingNode mapping, String pointer, Map<String, Mark> marks) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode key)) {
                throw at(file, keyNode.getStartMark().orElse(null), "a list or map as a key (expected: a word)");
            }
            String name = key.getValue();
            if (map.has(name)) {
                Mark again = key.getStartMark().orElse(null);
                throw at(file, again, "duplicate key '" + Printable.excerpt(name) + "' (expected: each key once)");
            }
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            key.getStartMark().ifPresent(mark -> marks.put(place, mark));
            map.set(name, tree(file, tuple.getValueNode(), place, marks));
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
        Optional<JsonNode> number = value.length() > MAX_NUMBER_CHARACTERS ? Optional.empty() : number(tag, value);
        return number.orElseThrow(() -> at(
                file,
                node.getStartMark().orElse(null),
                "'" + Printable.excerpt(value) + "' (expected: a finite number of at most " + MAX_NUMBER_CHARACTERS
                        + " characters)"));
    }

    private static Optional<JsonNode> number(Tag tag, String value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        try {
            if (tag.equals(Tag.INT)) {
                BigInteger whole = new BigInteger(value);
                return Optional.of(
                        whole.bitLength() < Long.SIZE ? json.numberNode(whole.longValue()) : json.numberNode(whole));
            }
            double number = new BigDecimal(value).doubleValue();
            return Double.isFinite(number) ? Optional.of(json.numberNode(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
