package dev.drover.api.rest;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Pace;
import dev.drover.api.settings.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /v1/evacuations} takes; unknown fields are refused.
 *
 * @param region from where users are to be taken away
 * @param reason why; 1 to 500 printable characters
 * @param author who asks; 1 to 128 printable characters
 * @param pace how fast; planned if absent
 * @param expiresIn after which time it ends by itself, 1 min to 72 h; 4 h if absent
 * @param dryRun whether only to say what would happen; false if absent
 */
public record EvacuationRequest(
        RegionId region,
        String reason,
        String author,
        @Nullable Pace pace,
        @Nullable Duration expiresIn,
        @Nullable Boolean dryRun) {

    /** The shortest time after which an evacuation may end by itself. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    /** The longest time after which an evacuation ends by itself. */
    public static final Duration LONGEST = Duration.ofDays(3);

    /**
     * Checks the texts and the time.
     *
     * @throws IllegalArgumentException naming the field that is wrong
     */
    public EvacuationRequest {
        Check.text("reason", reason, Evacuation.MAX_REASON_CHARACTERS);
        Check.text("author", author, Evacuation.MAX_AUTHOR_CHARACTERS);
        if (expiresIn != null) {
            Check.within("expiresIn", expiresIn, SHORTEST, LONGEST);
        }
    }
}
