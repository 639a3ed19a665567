package dev.drover.lab.load;

/** How requests follow one another. */
public enum Spacing {
    /** At equal distances. */
    CONSTANT,
    /** At random, as users do who do not know of each other. */
    POISSON
}
