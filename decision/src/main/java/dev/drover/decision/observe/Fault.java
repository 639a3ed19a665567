package dev.drover.decision.observe;

/** What may be said against an answer. */
public enum Fault {
    /** It did not come, or came as an error of the region. */
    FAILED,
    /** It came, much slower than the slowest usually do. */
    SLOW,
    /** It came, slower than twice what all but one in twenty usually take: said of more than one in twenty, it is news. */
    LATE,
    /** It came and refused: 429, or 503 with Retry-After. Only users are refused. */
    REFUSED
}
