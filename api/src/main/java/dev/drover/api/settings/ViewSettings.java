package dev.drover.api.settings;

import java.time.Duration;

/**
 * When an agent calls a region LOST from its own evidence, and when it returns.
 *
 * @param lostProbes how many probes in a row must have failed, 2 to 50
 * @param lostSpan over which time they must have been sent, at least; 0 to 60 s
 * @param requestWindow over which real requests are counted, 100 ms to 10 s
 * @param requestFailures how many of them must have failed, 3 to 1,000
 * @param requestRatio which lower bound (Wilson, z = 3) of their failure ratio is enough, 0.05 to 1
 * @param silentAfter after which a real request without an answer counts as failed, 50 ms to 30 s
 * @param returnAfter how long an overlay is kept at least, 0 to 1 h
 * @param returnProbes how many probes are looked at before a return, 10 to 1,000
 * @param returnFailures how many of them may have failed, 0 to as many
 * @param returnClean how many of the newest must all have succeeded, 1 to as many
 * @param relapseWithin after a return, how soon a second activation latches the overlay, 0 to 24 h
 * @param relapseLatch for how long it is latched then, 0 to 24 h
 */
public record ViewSettings(
        int lostProbes,
        Duration lostSpan,
        Duration requestWindow,
        int requestFailures,
        double requestRatio,
        Duration silentAfter,
        Duration returnAfter,
        int returnProbes,
        int returnFailures,
        int returnClean,
        Duration relapseWithin,
        Duration relapseLatch) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public ViewSettings {
        Check.within("lostProbes", lostProbes, 2, 50);
        Check.within("lostSpan", lostSpan, Duration.ZERO, Duration.ofMinutes(1));
        Check.within("requestWindow", requestWindow, Duration.ofMillis(100), Duration.ofSeconds(10));
        Check.within("requestFailures", requestFailures, 3, 1_000);
        Check.within("requestRatio", requestRatio, 0.05, 1);
        Check.within("silentAfter", silentAfter, Duration.ofMillis(50), Duration.ofSeconds(30));
        Check.within("returnAfter", returnAfter, Duration.ZERO, Duration.ofHours(1));
        Check.within("returnProbes", returnProbes, 10, 1_000);
        Check.within("returnFailures", returnFailures, 0, returnProbes);
        Check.within("returnClean", returnClean, 1, returnProbes);
        Check.within("relapseWithin", relapseWithin, Duration.ZERO, Duration.ofHours(24));
        Check.within("relapseLatch", relapseLatch, Duration.ZERO, Duration.ofHours(24));
    }
}
