package dev.drover.simulation.rehearsal.reading;

import dev.drover.api.yaml.UnreadableYamlException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: all of it, so that it can be mended at one go. */
public final class Faults {

    private final List<String> lines = new ArrayList<>();

    /** Does that, and notes what is wrong with the file if that is why it cannot be done. */
    public void noteFrom(Runnable reading) {
        try {
            reading.run();
        } catch (UnreadableYamlException e) {
            lines.add(String.valueOf(e.getMessage()));
        }
    }

    /** Each as {@code file:line:column: what is wrong (expected: ...)}, in the order in which they were found. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
