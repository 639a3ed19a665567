package dev.drover.api.rest;

import dev.drover.api.order.Evacuation;
import dev.drover.api.settings.Check;

/**
 * What {@code POST /v1/evacuations/{id}/restore} takes; unknown fields are refused.
 *
 * @param author who asks; 1 to 128 printable characters
 */
public record RestoreRequest(String author) {

    /**
     * Checks the author.
     *
     * @throws IllegalArgumentException if it is blank, too long or not printable
     */
    public RestoreRequest {
        Check.text("author", author, Evacuation.MAX_AUTHOR_CHARACTERS);
    }
}
