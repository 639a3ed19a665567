package dev.drover.api.routing;

/** What a routing policy says of a region beside its slots. */
public enum Mark {
    /** It may own slots. */
    OPEN,
    /** Its slots are being handed over: it never owns more than before. */
    DRAINING,
    /** It owns nothing. */
    CLOSED
}
