package dev.drover.api.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.text.Printable;
import java.util.regex.Pattern;

/**
 * Which fleet a policy belongs to, made once when its store is; an agent obeys one cluster only.
 *
 * @param value a UUID in lower case
 */
public record ClusterId(@JsonValue String value) {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not a UUID in lower case
     */
    public ClusterId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "cluster id: '" + Printable.excerpt(value) + "' (expected: a UUID in lower case)");
        }
    }

    /** The cluster of that id; throws IllegalArgumentException if it is not a UUID in lower case. */
    @JsonCreator
    public static ClusterId of(String value) {
        return new ClusterId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
