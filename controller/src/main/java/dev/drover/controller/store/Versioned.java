package dev.drover.controller.store;

/**
 * A value with the version that a change of it must name.
 *
 * @param value what was read
 * @param version compared for equality only; -1 if nothing is stored yet
 */
public record Versioned<T>(T value, int version) {}
