package dev.drover.simulation.region;

/**
 * What a region answers to a request.
 *
 * @param serviceNanos how long it takes within the region, in ns; of no meaning if it is silent
 */
public record Answer(Kind kind, long serviceNanos) {

    /** The kinds. */
    public enum Kind {
        /** As it should be. */
        SERVED,
        /** No connection. */
        REFUSED,
        /** An error that is the region's fault. */
        FAILED,
        /** Never. */
        SILENT,
        /** Too many: come back later, it says. */
        OVERLOADED
    }

    /** Whether it says that the region is at fault. */
    public boolean isFault() {
        return kind == Kind.REFUSED || kind == Kind.FAILED || kind == Kind.SILENT;
    }
}
