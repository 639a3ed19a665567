package dev.drover.api.rest;

/** How far an evacuation is. */
public enum EvacuationState {
    /** Only predicted: it was a dry run. */
    PREDICTED,
    /** In the store; no publication answers it yet. */
    COMMITTED,
    /** A publication takes users away; not all of them yet, or not all agents have applied it. */
    PUBLISHED,
    /** Every live agent has applied a policy in which the region owns nothing. */
    CONVERGED,
    /** Restored or expired. */
    ENDED
}
