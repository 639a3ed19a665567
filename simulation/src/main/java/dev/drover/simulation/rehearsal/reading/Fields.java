package dev.drover.simulation.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.settings.Check;
import dev.drover.api.settings.Durations;
import dev.drover.api.text.Printable;
import dev.drover.api.yaml.UnreadableYamlException;
import dev.drover.api.yaml.YamlDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one map in a document that a person wrote. Whatever is wrong with one is told with its place, the value
 * found and what was expected.
 */
public final class Fields {

    /** The longest time that may be named: far beyond what a rehearsal lasts. */
    public static final Duration LONGEST = Duration.ofHours(24);
    /** What stands for every name that there is. */
    public static final String ALL = "all";

    private static final int MAX_TEXT_CHARACTERS = 1_000;
    private static final int MAX_ITEMS = 500;

    private final YamlDocument document;
    private final String pointer;
    private final ObjectNode map;
    private final List<String> known;

    private Fields(YamlDocument document, String pointer, ObjectNode map, List<String> known) {
        this.document = document;
        this.pointer = pointer;
        this.map = map;
        this.known = known;
    }

    /**
     * The fields of a map.
     *
     * @param pointer the map's place in the document
     * @param node what stands there
     * @param known the keys that it may have
     * @throws UnreadableYamlException if it is no map, or has a key that is not known
     */
    public static Fields of(YamlDocument document, String pointer, JsonNode node, List<String> known) {
        if (!(node instanceof ObjectNode map)) {
            throw document.fault(pointer, shown(node) + " (expected: " + String.join(": ..., ", known) + ": ...)");
        }
        map.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw document.fault(pointer + "/" + escaped(key), Hint.unknown("field", key, known));
            }
        });
        return new Fields(document, pointer, map, List.copyOf(known));
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return map.has(checked(key));
    }

    /** The error for that key. */
    public UnreadableYamlException fault(String key, String fault) {
        return document.fault(place(key), fault);
    }

    /** A text on one line or more, not blank. */
    public String text(String key) {
        JsonNode value = required(key, "text");
        String text = value.asText().strip();
        if (!value.isTextual() || Printable.isBlank(text) || text.length() > MAX_TEXT_CHARACTERS) {
            throw fault(key, shown(value) + " (expected: text of 1 to " + MAX_TEXT_CHARACTERS + " characters)");
        }
        return text;
    }

    /** A time or a length of time; zero or more. */
    public Duration duration(String key) {
        JsonNode value = required(key, "a number and ms, s, m or h, such as 500ms");
        try {
            Duration duration = Durations.parse(value.isTextual() ? value.asText() : value.toString());
            Check.within(key, duration, Duration.ZERO, LONGEST);
            return duration;
        } catch (IllegalArgumentException e) {
            throw fault(
                    key,
                    shown(value) + " (expected: a number and ms, s, m or h, such as 500ms; at most "
                            + Durations.write(LONGEST) + ")");
        }
    }

    /** The same; the other value if the key is absent. */
    public Duration durationOr(String key, Duration otherwise) {
        return has(key) ? duration(key) : otherwise;
    }

    /** A length of time within bounds, both included; the other value if the key is absent. */
    public Duration durationOr(String key, Duration least, Duration most, Duration otherwise) {
        return has(key) ? duration(key, least, most) : otherwise;
    }

    /** A length of time within bounds, both included. */
    public Duration duration(String key, Duration least, Duration most) {
        Duration duration = duration(key);
        return inRange(key, () -> Check.within(key, duration, least, most), duration);
    }

    /** A number within bounds, both included. */
    public double number(String key, double least, double most) {
        JsonNode value = required(key, "a number");
        if (!value.isNumber()) {
            throw fault(key, shown(value) + " (expected: a number)");
        }
        return inRange(key, () -> Check.within(key, value.doubleValue(), least, most), value.doubleValue());
    }

    /** The same; the other value if the key is absent. */
    public double numberOr(String key, double least, double most, double otherwise) {
        return has(key) ? number(key, least, most) : otherwise;
    }

    /** A whole number within bounds, both included. */
    public long whole(String key, long least, long most) {
        JsonNode value = required(key, "a whole number");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(key, shown(value) + " (expected: a whole number)");
        }
        return inRange(key, () -> Check.within(key, value.longValue(), least, most), value.longValue());
    }

    /** The same; the other value if the key is absent. */
    public long wholeOr(String key, long least, long most, long otherwise) {
        return has(key) ? whole(key, least, most) : otherwise;
    }

    private <T> T inRange(String key, Runnable check, T value) {
        try {
            check.run();
            return value;
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            throw fault(key, said.substring(key.length() + 2));
        }
    }

    /** One of a few words, such as {@code all-fail} for ALL_FAIL; upper case is the same. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choiceOf(key, required(key, words(type)), type);
    }

    /** The same; the other value if the key is absent. */
    public <E extends Enum<E>> E choiceOr(String key, Class<E> type, E otherwise) {
        return has(key) ? choice(key, type) : otherwise;
    }

    /** One or several of a few words. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        List<E> choices = new ArrayList<>();
        for (JsonNode value : oneOrMore(key, words(type))) {
            choices.add(choiceOf(key, value, type));
        }
        return choices;
    }

    private <E extends Enum<E>> E choiceOf(String key, JsonNode value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && value.asText().equalsIgnoreCase(word(constant))) {
                return constant;
            }
        }
        throw fault(key, shown(value) + " (expected: " + words(type) + ")");
    }

    private static String words(Class<? extends Enum<?>> type) {
        List<String> words = new ArrayList<>();
        for (Enum<?> constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        return "one of " + String.join(", ", words);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * One or several of the names that there are, or {@code all} of them.
     *
     * @return without repetition, in the order written; {@code all} in the order of {@code there}
     */
    public <T> List<T> names(String key, Collection<T> there) {
        String expected = "one of " + join(there) + ", a list of them, or " + ALL;
        List<T> names = new ArrayList<>();
        for (JsonNode value : oneOrMore(key, expected)) {
            if (value.isTextual() && value.asText().equals(ALL)) {
                return List.copyOf(there);
            }
            T name = nameOf(value, there)
                    .orElseThrow(() -> fault(
                            key,
                            shown(value) + " (expected: " + expected + ")"
                                    + Hint.meant(value.asText(), there.stream().map(String::valueOf))));
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The same; all of them if the key is absent. */
    public <T> List<T> namesOrAll(String key, Collection<T> there) {
        return has(key) ? names(key, there) : List.copyOf(there);
    }

    /** One of the names that there are. */
    public <T> T name(String key, Collection<T> there) {
        String expected = "one of " + join(there);
        JsonNode value = required(key, expected);
        return nameOf(value, there)
                .orElseThrow(() -> fault(
                        key,
                        shown(value) + " (expected: " + expected + ")"
                                + Hint.meant(value.asText(), there.stream().map(String::valueOf))));
    }

    private static <T> Optional<T> nameOf(JsonNode value, Collection<T> there) {
        return there.stream()
                .filter(name -> name.toString().equals(value.asText()))
                .findFirst();
    }

    private static String join(Collection<?> there) {
        return String.join(", ", there.stream().map(String::valueOf).toList());
    }

    /** A map whose keys are somebody else's to read; empty if the key is absent. */
    public Optional<ObjectNode> map(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!(map.get(key) instanceof ObjectNode found)) {
            throw fault(key, shown(map.get(key)) + " (expected: a map)");
        }
        return Optional.of(found);
    }

    /** A map within this one; without fields if the key is absent. */
    public Fields fields(String key, List<String> keys) {
        return map(key).map(found -> of(document, place(key), found, keys))
                .orElseGet(() -> new Fields(document, pointer, map.objectNode(), keys));
    }

    /**
     * The items of a list, each read by itself: whatever is wrong with one of them is put to the faults, and the others
     * are read nevertheless.
     *
     * @param known every item is a map with one of these keys
     * @param reader of what stands under that key
     */
    public <T> List<T> items(String key, Collection<String> known, Faults faults, Function<Item, T> reader) {
        JsonNode list = required(key, "a list");
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_ITEMS) {
            throw fault(key, shown(list) + " (expected: a list of 1 to " + MAX_ITEMS + " items)");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Item item = new Item(document, place(key) + "/" + i, list.get(i), known);
            faults.noteFrom(() -> items.add(reader.apply(item)));
        }
        return items;
    }

    private List<JsonNode> oneOrMore(String key, String expected) {
        JsonNode value = required(key, expected);
        if (!value.isArray()) {
            return List.of(value);
        }
        if (value.isEmpty() || value.size() > MAX_ITEMS) {
            throw fault(key, shown(value) + " (expected: " + expected + ")");
        }
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    private JsonNode required(String key, String expected) {
        JsonNode value = map.get(checked(key));
        if (value == null) {
            throw document.fault(pointer, key + ": missing (expected: " + expected + ")");
        }
        return value;
    }

    private String checked(String key) {
        if (!known.contains(key)) {
            throw new IllegalArgumentException("key: " + key + " (expected: one of " + known + ")");
        }
        return key;
    }

    private String place(String key) {
        return pointer + "/" + key;
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    static String shown(JsonNode node) {
        if (node.isArray()) {
            return node.isEmpty() ? "an empty list" : "a list of " + node.size();
        }
        if (node.isObject()) {
            return "a map";
        }
        return node.isTextual() ? "'" + Printable.excerpt(node.asText()) + "'" : Printable.excerpt(node.toString());
    }
}
