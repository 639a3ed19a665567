package dev.drover.decision.judge;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.steering.PanelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each edge is suspected of failing itself: one that blames most regions while the others do not. It rises by
 * one each second in which it does, and falls by one in each in which it does not.
 *
 * @param scores of the edges that are suspected at all, 1 to {@link PanelSettings#MAX_SCORE}
 * @param steppedAt when they last changed
 * @param ambiguousAt when most edges blamed most regions last; absent if they never did
 */
public record Suspicion(SortedMap<EdgeId, Integer> scores, Instant steppedAt, @Nullable Instant ambiguousAt) {

    /** Nobody is suspected. */
    public static final Suspicion NONE = new Suspicion(new TreeMap<>(), Instant.EPOCH, null);

    private static final Duration STEP = Duration.ofSeconds(1);

    /** Copies the map. */
    public Suspicion {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /** The score of an edge, 0 to 8. */
    public int of(EdgeId edge) {
        return scores.getOrDefault(edge, 0);
    }

    /**
     * A step later; the same if the last one was less than a second ago. Of edges that are not heard nothing changes.
     *
     * @param blamers the edges that call most regions LOST
     * @param heard all that are heard
     */
    Suspicion next(Collection<EdgeId> blamers, Collection<EdgeId> heard, Instant now) {
        if (steppedAt.plus(STEP).isAfter(now)) {
            return this;
        }
        SortedMap<EdgeId, Integer> next = new TreeMap<>(scores);
        for (EdgeId edge : heard) {
            int othersBlaming = blamers.size() - 1;
            boolean alone = blamers.contains(edge) && othersBlaming * 2 < heard.size() - 1;
            int score = Math.max(0, Math.min(PanelSettings.MAX_SCORE, of(edge) + (alone ? 1 : -1)));
            next.put(edge, score);
        }
        next.values().removeIf(score -> score == 0);
        return new Suspicion(next, now, ambiguousAt);
    }

    /** Most edges blame most regions now. */
    Suspicion ambiguous(Instant now) {
        return new Suspicion(scores, steppedAt, now);
    }

    /** What was seen before counts against no region: most edges blamed most of them. */
    Instant credibleSince() {
        return ambiguousAt == null ? Instant.EPOCH : ambiguousAt;
    }
}
