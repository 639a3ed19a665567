package dev.drover.controller.store;

/**
 * The right to publish, as taken in the store: it holds while nobody took a higher epoch.
 *
 * @param epoch of this leadership, 1 or more
 * @param version of the epoch's node when it was taken; compared for equality only
 */
public record Fence(long epoch, int version) {}
