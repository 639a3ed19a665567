package dev.drover.simulation.swarm;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How many seeds went.
 *
 * @param seeds that were run
 * @param violations how many of them broke a promise
 * @param simulatedSeconds of all of them together
 * @param wallSeconds that it took
 * @param sometimes in how many seeds each of the things happened that must happen sometimes
 * @param failed the seeds that broke a promise, lowest first; at most {@link Swarm#MOST_FAILED}
 */
public record SwarmReport(
        long seeds,
        long violations,
        long simulatedSeconds,
        double wallSeconds,
        SortedMap<String, Long> sometimes,
        List<Long> failed) {

    /** So many seeds must reach everything that must happen sometimes. */
    public static final long ENOUGH_SEEDS = 500;

    /** What never happened. */
    public List<String> never() {
        return sometimes.entrySet().stream()
                .filter(counted -> counted.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether every promise held and, over enough seeds, everything happened that must. */
    public boolean holds() {
        return violations == 0 && (seeds < ENOUGH_SEEDS || never().isEmpty());
    }
}
