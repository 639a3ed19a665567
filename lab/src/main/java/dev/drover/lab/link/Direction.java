package dev.drover.lab.link;

/** A way along a link. */
public enum Direction {
    /** From who connects to whom it connects to. */
    TO_TARGET,
    /** Back. */
    FROM_TARGET
}
