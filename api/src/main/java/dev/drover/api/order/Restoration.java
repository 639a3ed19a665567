package dev.drover.api.order;

import dev.drover.api.settings.Check;
import java.time.Instant;

/**
 * The end of an evacuation: the region returns by the ramp.
 *
 * @param author who asked for it; 1 to 128 printable characters
 * @param at when it was committed
 */
public record Restoration(String author, Instant at) {

    /**
     * Checks the author.
     *
     * @throws IllegalArgumentException if it is blank, too long or not printable
     */
    public Restoration {
        Check.text("author", author, Evacuation.MAX_AUTHOR_CHARACTERS);
    }
}
