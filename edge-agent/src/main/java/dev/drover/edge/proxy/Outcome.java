package dev.drover.edge.proxy;

import java.util.Locale;

/** How a user's request ended, as the metrics name it. */
enum Outcome {
    /** A region answered. */
    ANSWERED,
    /** The edge answered with its static page. */
    SHED,
    /** The user saw a failure: no answer, or one that is an error of the server. */
    FAILED,
    /** The answer broke off in the middle. */
    BROKEN,
    /** The user went away first. */
    ABANDONED,
    /** No policy is in force yet. */
    NOT_READY,
    /** The request is not one that goes to a region. */
    REFUSED;

    /** The value of the tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
