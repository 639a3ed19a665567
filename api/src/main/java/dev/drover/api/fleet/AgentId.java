package dev.drover.api.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.text.Printable;
import java.util.Comparator;

/**
 * The process at an edge that sees and acts; written {@code fra/1}.
 *
 * @param edge where it stands
 * @param instance which of the edge's agents; named as edges are
 */
public record AgentId(EdgeId edge, String instance) implements Comparable<AgentId> {

    private static final Comparator<AgentId> ORDER =
            Comparator.comparing(AgentId::edge).thenComparing(AgentId::instance);

    /**
     * Checks the instance's name.
     *
     * @throws IllegalArgumentException if it is not a name
     */
    public AgentId {
        Names.check("agent instance", instance);
    }

    /**
     * Reads {@code edge/instance}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    @JsonCreator
    public static AgentId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "agent: '" + Printable.excerpt(text) + "' (expected: edge/instance, such as fra/1)");
        }
        return new AgentId(EdgeId.of(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(AgentId other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return edge + "/" + instance;
    }
}
