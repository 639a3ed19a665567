package dev.drover.api.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.text.Printable;
import java.util.regex.Pattern;

/**
 * Which order; unique in a cluster.
 *
 * @param value 1 to 64 letters, digits, dashes
 */
public record OrderId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "order id: '" + Printable.excerpt(value) + "' (expected: 1 to 64 letters, digits and dashes)");
        }
    }

    /** That order; throws IllegalArgumentException if the text is not an id. */
    @JsonCreator
    public static OrderId of(String value) {
        return new OrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
