package dev.drover.api.rest;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.PolicyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a controller, as {@code GET /v1/status} shows it.
 *
 * @param controller who answers
 * @param build of the controller
 * @param cluster whose replica it is; absent until the store was read
 * @param service what is steered
 * @param leading whether it leads
 * @param epoch its epoch if it leads
 * @param leader who leads, as the store says; absent if nobody does
 * @param storeConnected whether the store can be reached
 * @param policy the publication in force; absent if there is none yet
 * @param notes what a person should know: held verdicts, missing quorum, what to do next
 */
public record StatusView(
        String controller,
        String build,
        @Nullable ClusterId cluster,
        ServiceId service,
        boolean leading,
        @Nullable Long epoch,
        @Nullable String leader,
        boolean storeConnected,
        @Nullable PolicyId policy,
        List<String> notes) {

    /** Copies what it holds. */
    public StatusView {
        notes = List.copyOf(notes);
    }
}
