package dev.drover.edge.view;

/**
 * What the newest probes of a region say.
 *
 * @param ended how many were looked at
 * @param failed how many of them failed
 * @param clean how many of the newest succeeded without a failure among them
 */
public record Recent(int ended, int failed, int clean) {}
