package dev.drover.api.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.yaml.UnreadableYamlException;
import dev.drover.api.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads steering policies as people write them: YAML, laid over the defaults, with unknown fields refused.
 *
 * <p>A map in the policy is laid over the map of the same name; anything else replaces it.
 */
public final class SteeringPolicies {

    private static final String DEFAULTS = "steering-defaults.yaml";
    private static final String EXPECTED = "service: ..., regions: ..., edges: ...";

    private SteeringPolicies() {}

    /**
     * Reads a policy.
     *
     * @param file how errors name the text
     * @param text YAML; at most 256 KiB
     * @return the policy with every default filled in
     * @throws UnreadableYamlException naming file, line, column, the value found and what was expected
     */
    public static SteeringPolicy read(String file, String text) {
        YamlDocument document = YamlDocument.parse(file, text, EXPECTED);
        try {
            return Json.readWritten(overDefaults(document.root()), SteeringPolicy.class);
        } catch (UnreadableJsonException e) {
            throw document.fault(e.pointer(), e.fault());
        }
    }

    /**
     * That policy, with what differs laid over it as a policy file is laid over the defaults; for what-if.
     *
     * @throws UnreadableJsonException naming the place in what differs
     */
    public static SteeringPolicy over(SteeringPolicy policy, ObjectNode differences) {
        if (!(Json.toTree(policy) instanceof ObjectNode merged)) {
            throw new AssertionError("a record that is no object");
        }
        lay(differences, merged);
        return Json.readWritten(merged, SteeringPolicy.class);
    }

    /** Writes a policy in full, defaults included, so that what is stored never depends on a build's defaults. */
    public static String write(SteeringPolicy policy) {
        return Json.write(policy);
    }

    /**
     * Reads what {@link #write} wrote, here or in another build: what a later one added is ignored, what an earlier one
     * did not know yet gets its default.
     *
     * @throws UnreadableJsonException if it is something else
     */
    public static SteeringPolicy readStored(String json) {
        if (!(Json.readTree(json) instanceof ObjectNode stored)) {
            throw new UnreadableJsonException("", "no object (expected: a stored steering policy)", null);
        }
        return Json.readMessage(overDefaults(stored), SteeringPolicy.class);
    }

    private static ObjectNode overDefaults(ObjectNode policy) {
        ObjectNode merged = YamlDocument.parse(DEFAULTS, defaults(), EXPECTED).root();
        lay(policy, merged);
        return merged;
    }

    private static void lay(ObjectNode upper, ObjectNode under) {
        for (Map.Entry<String, JsonNode> field : upper.properties()) {
            JsonNode below = under.get(field.getKey());
            if (field.getValue() instanceof ObjectNode map && below instanceof ObjectNode mapBelow) {
                lay(map, mapBelow);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        }
    }

    private static String defaults() {
        try (InputStream resource = SteeringPolicies.class.getResourceAsStream(DEFAULTS)) {
            if (resource == null) {
                throw new IllegalStateException(DEFAULTS + " is missing from the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
