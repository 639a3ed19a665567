package dev.drover.api.order;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's order to take a region's users away, until it is restored or expires.
 *
 * @param id which order
 * @param service whose users
 * @param region from where
 * @param pace how fast
 * @param author who asked for it; 1 to 128 printable characters
 * @param reason why; 1 to 500 printable characters
 * @param createdAt when it was committed
 * @param expiresAt when it ends by itself; after {@code createdAt}
 * @param restoration its end, if it was asked for
 */
public record Evacuation(
        OrderId id,
        ServiceId service,
        RegionId region,
        Pace pace,
        String author,
        String reason,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Restoration restoration) {

    /** The longest author. */
    public static final int MAX_AUTHOR_CHARACTERS = 128;
    /** The longest reason. */
    public static final int MAX_REASON_CHARACTERS = 500;

    /**
     * Checks the texts and the times.
     *
     * @throws IllegalArgumentException naming the field that is wrong
     */
    public Evacuation {
        Check.text("author", author, MAX_AUTHOR_CHARACTERS);
        Check.text("reason", reason, MAX_REASON_CHARACTERS);
        if (!expiresAt.isAfter(createdAt)) {
            throw new IllegalArgumentException("expiresAt: " + expiresAt + " (expected: after " + createdAt + ")");
        }
    }

    /** Whether it still holds: neither restored nor expired. */
    public boolean isActive(Instant now) {
        return restoration == null && now.isBefore(expiresAt);
    }

    /** The same order, restored. */
    public Evacuation restored(Restoration end) {
        return new Evacuation(id, service, region, pace, author, reason, createdAt, expiresAt, end);
    }
}
