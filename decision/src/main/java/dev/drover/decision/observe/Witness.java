package dev.drover.decision.observe;

/** Who saw it: the probes, or the users' own requests. They are never pooled; the worse one counts. */
public enum Witness {
    /** Regular probes. */
    PROBES,
    /** Real requests. */
    USERS
}
