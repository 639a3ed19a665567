package dev.drover.decision.judge;

/** Whether the edges, taken together, can be believed. */
public enum Standing {
    /** They can. */
    CLEAR,
    /** Too few are heard: no verdict changes. */
    BLIND,
    /** Most of them blame most regions at once: no verdict changes, and a person is called. */
    AMBIGUOUS
}
