package dev.drover.api.session;

/** What an agent concludes of a region from its own evidence alone. */
public enum View {
    /** Nothing speaks against it; also: nothing is known. */
    GOOD,
    /** It cannot be reached from here. */
    LOST
}
