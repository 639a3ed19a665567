package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.fleet.EdgeId;
import java.time.Duration;
import java.util.List;

/**
 * Other demand for a while.
 *
 * @param edges whose users they are
 * @param factor what demand is multiplied with
 * @param at when it begins
 * @param until when it ends, at once
 * @param over how long it takes to come, in a straight line; zero for at once
 */
public record DemandChange(List<EdgeId> edges, double factor, Duration at, Duration until, Duration over) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Copies the list. */
    public DemandChange {
        edges = List.copyOf(edges);
    }

    /** What the demand of that edge is multiplied with, so many seconds after the scenario's beginning. */
    public double factor(EdgeId edge, double seconds) {
        double since = seconds - at.toNanos() / NANOS_PER_SECOND;
        if (since < 0 || seconds >= until.toNanos() / NANOS_PER_SECOND || !edges.contains(edge)) {
            return 1;
        }
        double part = over.isZero() ? 1 : Math.min(1, since * NANOS_PER_SECOND / over.toNanos());
        return 1 + (factor - 1) * part;
    }
}
