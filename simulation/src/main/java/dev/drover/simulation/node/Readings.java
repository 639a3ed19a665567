package dev.drover.simulation.node;

import dev.drover.api.json.Json;
import dev.drover.api.session.ControllerMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads controllers' messages by the real codec; one text goes to many agents, and is read once. */
public final class Readings {

    private static final int MOST = 64;

    private final Map<String, ControllerMessage> read = new LinkedHashMap<>();

    /** The message of that text. */
    public ControllerMessage read(String text) {
        ControllerMessage known = read.get(text);
        if (known == null) {
            known = Json.readMessage(text, ControllerMessage.class);
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(text, known);
        }
        return known;
    }
}
