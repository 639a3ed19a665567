package dev.drover.edge.probe.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.settings.ContentCheck;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an answer holds what it must: a 200 without content is a failure all the same. */
final class Content {

    private Content() {}

    /** What is missing; null if nothing is. */
    static @Nullable String faultOf(ContentCheck check, Buffer body) {
        if (check.minimum() == 0) {
            return null;
        }
        try {
            return faultOf(check, Json.readTree(body.toString(StandardCharsets.UTF_8)));
        } catch (UnreadableJsonException e) {
            return "hollow: not JSON";
        }
    }

    private static @Nullable String faultOf(ContentCheck check, JsonNode document) {
        JsonNode value = document.at(check.pointer());
        String place = check.pointer().isEmpty() ? "the answer" : check.pointer();
        if (value.isContainerNode()) {
            return value.size() >= check.minimum() ? null : tooLittle(place, "has " + value.size(), check);
        }
        if (value.isNumber()) {
            return value.doubleValue() >= check.minimum() ? null : tooLittle(place, "is " + value.asText(), check);
        }
        return tooLittle(place, "is " + value.getNodeType().name().toLowerCase(Locale.ROOT), check);
    }

    private static String tooLittle(String place, String found, ContentCheck check) {
        return "hollow: " + place + ' ' + found + " (expected: " + check.minimum() + " or more)";
    }
}
