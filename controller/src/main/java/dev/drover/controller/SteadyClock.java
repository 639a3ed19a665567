package dev.drover.controller;

import java.time.Instant;
import java.time.InstantSource;

/** Wall time as it was when the process started, carried on by the monotonic clock: steps of the wall clock move nothing. */
public final class SteadyClock implements InstantSource {

    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return startedAt.plusNanos(System.nanoTime() - startedNanos);
    }
}
