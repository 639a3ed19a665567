package dev.drover.api.yaml;

import dev.drover.api.text.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Refuses what a policy has no use for and an attacker has, while the text streams by: before anything is built of it,
 * so that neither the stack nor the memory depends on what was written.
 */
final class YamlLimits {

    /** How deep maps and lists may lie in each other. */
    static final int MAX_DEPTH = 32;

    private YamlLimits() {}

    static void check(String file, String text, LoadSettings settings) {
        if (text.length() > YamlDocument.MAX_CHARACTERS) {
            throw new UnreadableYamlException(
                    file, 1, 1, text.length() + " characters (expected: at most " + YamlDocument.MAX_CHARACTERS + ")");
        }
        checkCharacters(file, text);
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            String fault = faultOf(event, depth, documents);
            if (fault != null) {
                throw YamlDocument.at(file, event.getStartMark().orElse(null), fault);
            }
        }
    }

    private static @Nullable String faultOf(Event event, int depth, int documents) {
        if (event instanceof AliasEvent alias) {
            return "alias '*" + Printable.excerpt(alias.getAlias().getValue()) + "' (expected: the value written out)";
        }
        Optional<String> tag = tagOf(event);
        if (tag.isPresent()) {
            return "tag '" + Printable.excerpt(tag.get()) + "' (expected: no tags)";
        }
        if (depth > MAX_DEPTH) {
            return "nested deeper than " + MAX_DEPTH + " (expected: at most that)";
        }
        return documents > 1 ? "a second document (expected: one)" : null;
    }

    private static Optional<String> tagOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private static void checkCharacters(String file, String text) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                String shown = Printable.excerpt(Character.toString(character));
                throw new UnreadableYamlException(
                        file, line, column, "character '" + shown + "' (expected: printable characters)");
            }
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
            at += Character.charCount(character);
        }
    }
}
