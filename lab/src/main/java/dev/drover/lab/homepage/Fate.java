package dev.drover.lab.homepage;

/**
 * What a fault does to one request.
 *
 * @param refused whether it is answered 503, and nothing else
 * @param hollow whether its page has no rows
 * @param delayMillis how much later it is answered
 */
public record Fate(boolean refused, boolean hollow, long delayMillis) {

    /** That of a request in a healthy region. */
    static final Fate NONE = new Fate(false, false, 0);
}
