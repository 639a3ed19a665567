package dev.drover.api.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What is steered, such as {@code homepage}.
 *
 * @param value lower-case letters, digits and dashes, starting with a letter or digit; 1 to 63 characters
 */
public record ServiceId(@JsonValue String value) implements Comparable<ServiceId> {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not such a name
     */
    public ServiceId {
        Names.check("service", value);
    }

    /** The service of that name; throws IllegalArgumentException if it is not one. */
    @JsonCreator
    public static ServiceId of(String value) {
        return new ServiceId(value);
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
