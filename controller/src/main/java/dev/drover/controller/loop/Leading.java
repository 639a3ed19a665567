package dev.drover.controller.loop;

import dev.drover.api.cause.Cause;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.decision.DecisionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leadership, from the epoch that was taken until it is given up.
 *
 * @param fence that every write is checked against
 * @param since when it was taken
 * @param state where the decision stands, published or not
 * @param announcements that the next publication makes whatever is decided
 * @param attempt a publication whose answer was lost; it is tried again before anything else
 */
record Leading(Fence fence, Instant since, DecisionState state, List<Cause> announcements, @Nullable Attempt attempt) {

    /** A publication that may or may not be in the store. */
    record Attempt(Publication publication, DecisionState state) {}

    Leading with(DecisionState next) {
        return new Leading(fence, since, next, announcements, null);
    }

    Leading published(DecisionState next) {
        return new Leading(fence, since, next, List.of(), null);
    }

    Leading attempting(Attempt next) {
        return new Leading(fence, since, state, announcements, next);
    }
}
