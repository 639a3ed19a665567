package dev.drover.edge.route;

/** One request to one region; exactly one of the methods is called, once; further calls are ignored. */
public interface Attempt {

    /** The answer began and is not the region's fault: 2xx, 3xx, 4xx. */
    void succeeded();

    /** The region answered that it has no room now: 429, or 503 with Retry-After. It is full, not broken. */
    void refused();

    /** Refused, reset, timed out, 502 to 504 without Retry-After, or hollow. */
    void failed();

    /** The user went away before the answer: says nothing about the region. */
    void abandoned();
}
