package dev.drover.api.verdict;

/** What the leader concludes of a region. */
public enum Verdict {
    /** In rotation with all of its capacity. */
    HEALTHY(true),
    /** Failing in part: in rotation with a part of its capacity. */
    DEGRADED(true),
    /** Gone for now: everyone acts on its contingency; taken back when the blip ends. */
    LOST(false),
    /** Certainly gone: solved without it; it returns by the ramp. */
    DOWN(false),
    /** Clean again after DOWN: on the ramp. */
    RECOVERING(true),
    /** Nothing is known of it. Treated as HEALTHY: missing data is never a failure. */
    UNKNOWN(true);

    private final boolean inRotation;

    Verdict(boolean inRotation) {
        this.inRotation = inRotation;
    }

    /** Whether a region of that verdict may own slots. */
    public boolean inRotation() {
        return inRotation;
    }
}
