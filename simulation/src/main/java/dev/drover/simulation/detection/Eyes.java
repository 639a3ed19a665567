package dev.drover.simulation.detection;

/**
 * What an edge can be made to see.
 *
 * <p>Honest edges see what there is; the others are for showing that a minority of them neither convicts nor acquits.
 */
enum Eyes {
    /** What there is. */
    HONEST,
    /** The region under trial always fails. */
    BLAMING,
    /** The region under trial is always fine. */
    PRAISING,
    /** One of ten answers fails, everywhere. */
    FLAKY;

    static final double FLAKY_RATIO = 0.1;
}
