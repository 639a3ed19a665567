package dev.drover.lab.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the requests up to a moment, or between two of them.
 *
 * @param elapsed since the start, or between the two
 * @param total requests that were due
 * @param ok pages with rows from a region
 * @param shed static homepages from the edge
 * @param retried answers (ok or shed) that took a second try
 * @param failures failed requests by their kind; kinds without any are absent
 * @param regions pages (ok) by the region that made them
 * @param latencies of ok and shed
 * @param samples the first failures of each kind
 */
public record LoadSnapshot(
        Duration elapsed,
        long total,
        long ok,
        long shed,
        long retried,
        Map<FailureKind, Long> failures,
        Map<String, Long> regions,
        Latencies latencies,
        List<FailureSample> samples) {

    /** Copies the collections. */
    public LoadSnapshot {
        Map<FailureKind, Long> byKind = new EnumMap<>(FailureKind.class);
        byKind.putAll(failures);
        failures = Collections.unmodifiableMap(byKind);
        regions = Collections.unmodifiableMap(new TreeMap<>(regions));
        samples = List.copyOf(samples);
    }

    /** Requests that got no page. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests that failed in that way. */
    public long failed(FailureKind kind) {
        return failures.getOrDefault(kind, 0L);
    }

    /** Requests without an end yet; of a difference: how many more there are than before. */
    public long inFlight() {
        return total - ok - shed - failed();
    }

    /** Ended requests that got a page, from a region or the edge; 0 to 1, and 1 if none has ended. */
    public double successRatio() {
        long ended = ok + shed + failed();
        return ended == 0 ? 1 : (double) (ok + shed) / ended;
    }

    /**
     * What happened since an earlier snapshot of the same load.
     *
     * @throws IllegalArgumentException if that one is later
     */
    public LoadSnapshot minus(LoadSnapshot earlier) {
        if (earlier.total > total || earlier.elapsed.compareTo(elapsed) > 0) {
            throw new IllegalArgumentException("earlier: a snapshot after " + earlier.elapsed + " with " + earlier.total
                    + " requests (expected: one before " + elapsed + " and " + total + ")");
        }
        List<FailureSample> since = new ArrayList<>(samples);
        since.removeAll(earlier.samples);
        return new LoadSnapshot(
                elapsed.minus(earlier.elapsed),
                total - earlier.total,
                ok - earlier.ok,
                shed - earlier.shed,
                retried - earlier.retried,
                merge(failures, earlier.failures, -1),
                merge(regions, earlier.regions, -1),
                latencies.minus(earlier.latencies),
                since);
    }

    /** Both loads together, such as those of two edges over the same time. */
    public LoadSnapshot plus(LoadSnapshot other) {
        List<FailureSample> all = new ArrayList<>(samples);
        all.addAll(other.samples);
        return new LoadSnapshot(
                elapsed.compareTo(other.elapsed) > 0 ? elapsed : other.elapsed,
                total + other.total,
                ok + other.ok,
                shed + other.shed,
                retried + other.retried,
                merge(failures, other.failures, 1),
                merge(regions, other.regions, 1),
                latencies.plus(other.latencies),
                all);
    }

    private static <K> Map<K, Long> merge(Map<K, Long> counts, Map<K, Long> others, int sign) {
        Map<K, Long> merged = new TreeMap<>(counts);
        others.forEach((key, count) -> merged.merge(key, sign * count, Long::sum));
        merged.values().removeIf(count -> count == 0);
        return merged;
    }
}
