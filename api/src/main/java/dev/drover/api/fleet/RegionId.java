package dev.drover.api.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place that serves a service, such as {@code us-east-1}.
 *
 * @param value lower-case letters, digits and dashes, starting with a letter or digit; 1 to 63 characters
 */
public record RegionId(@JsonValue String value) implements Comparable<RegionId> {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not such a name
     */
    public RegionId {
        Names.check("region", value);
    }

    /** The region of that name; throws IllegalArgumentException if it is not one. */
    @JsonCreator
    public static RegionId of(String value) {
        return new RegionId(value);
    }

    @Override
    public int compareTo(RegionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
