package dev.drover.api.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place where users arrive, such as {@code fra}.
 *
 * @param value lower-case letters, digits and dashes, starting with a letter or digit; 1 to 63 characters
 */
public record EdgeId(@JsonValue String value) implements Comparable<EdgeId> {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not such a name
     */
    public EdgeId {
        Names.check("edge", value);
    }

    /** The edge of that name; throws IllegalArgumentException if it is not one. */
    @JsonCreator
    public static EdgeId of(String value) {
        return new EdgeId(value);
    }

    @Override
    public int compareTo(EdgeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
