package dev.drover.lab.load;

/** How often each user comes. */
public enum Popularity {
    /** All alike. */
    UNIFORM,
    /** The k-th user 1/k times as often as the first. */
    ZIPF
}
