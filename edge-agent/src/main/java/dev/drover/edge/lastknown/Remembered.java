package dev.drover.edge.lastknown;

import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent finds when it starts.
 *
 * @param applied the newest publication that it ever applied; null if none is known
 * @param policies last known good ones, newest first; their hashes are still to be checked
 * @param bootstrap the operator's file; null if there is none
 * @param faults what could not be read and why, in words
 */
public record Remembered(
        @Nullable PolicyId applied,
        List<SealedPolicy> policies,
        @Nullable SealedPolicy bootstrap,
        List<String> faults) {

    /** Nothing was kept. */
    public static final Remembered NOTHING = new Remembered(null, List.of(), null, List.of());

    /** Copies the lists. */
    public Remembered {
        policies = List.copyOf(policies);
        faults = List.copyOf(faults);
    }
}
