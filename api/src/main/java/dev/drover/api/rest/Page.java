package dev.drover.api.rest;

import java.util.List;

/**
 * A list as the REST interface answers it: an object, so that it can grow fields.
 *
 * @param items in a stable order
 */
public record Page<T>(List<T> items) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
