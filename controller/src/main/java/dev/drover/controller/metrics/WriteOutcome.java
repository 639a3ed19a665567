package dev.drover.controller.metrics;

import dev.drover.controller.store.StoreException;

/** How a write to the store ended. */
public enum WriteOutcome {
    /** It is there. */
    STORED,
    /** Somebody took a higher epoch. */
    FENCED,
    /** Something else changed first. */
    CONFLICT,
    /** The store did not answer. */
    UNAVAILABLE,
    /** It was too large to be sent. */
    TOO_LARGE,
    /** Something failed that is not the store's. */
    FAILED;

    /** How a write ended that failed with that. */
    public static WriteOutcome of(Throwable failure) {
        if (!(failure instanceof StoreException store)) {
            return FAILED;
        }
        return switch (store.kind()) {
            case FENCED -> FENCED;
            case CONFLICT -> CONFLICT;
            case UNAVAILABLE -> UNAVAILABLE;
            case TOO_LARGE -> TOO_LARGE;
            case CORRUPT -> FAILED;
        };
    }
}
