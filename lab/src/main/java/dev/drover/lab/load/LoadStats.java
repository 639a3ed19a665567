package dev.drover.lab.load;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what becomes of requests. Thread-safe: written by the generator's loop, read by anybody, locked for moments. */
final class LoadStats {

    /** More of a kind say nothing new. */
    static final int SAMPLES_PER_KIND = 50;

    /** Regions beyond these are counted together: the name comes off the wire. */
    static final int MAX_REGIONS = 64;

    static final String OTHER_REGIONS = "other";

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final InstantSource clock;
    private final long startNanos;
    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    private final Map<String, Long> regions = new TreeMap<>();
    private final List<FailureSample> samples = new ArrayList<>();
    private long total;
    private long ok;
    private long shed;
    private long retried;

    LoadStats(InstantSource clock, long startNanos) {
        this.clock = clock;
        this.startNanos = startNanos;
    }

    synchronized void due() {
        total++;
    }

    /** Counts the end of a request that was due then. */
    synchronized void end(Outcome outcome, long dueNanos, long nowNanos) {
        if (outcome instanceof Outcome.Served served) {
            serve(served, TimeUnit.NANOSECONDS.toMicros(nowNanos - dueNanos));
        } else if (outcome instanceof Outcome.Failed failed) {
            fail(failed);
        }
    }

    synchronized LoadSnapshot snapshot(long nowNanos) {
        return new LoadSnapshot(
                Duration.ofNanos(nowNanos - startNanos),
                total,
                ok,
                shed,
                retried,
                failures,
                regions,
                new Latencies(micros.copy()),
                samples);
    }

    private void serve(Outcome.Served served, long latencyMicros) {
        micros.recordValue(Math.max(0, Math.min(latencyMicros, LONGEST_MICROS)));
        retried += served.marks().retried() ? 1 : 0;
        if (served.marks().shed()) {
            shed++;
            return;
        }
        ok++;
        boolean room = regions.containsKey(served.region()) || regions.size() < MAX_REGIONS;
        regions.merge(room ? served.region() : OTHER_REGIONS, 1L, Long::sum);
    }

    private void fail(Outcome.Failed failed) {
        long before = failures.getOrDefault(failed.kind(), 0L);
        failures.put(failed.kind(), before + 1);
        if (before < SAMPLES_PER_KIND) {
            samples.add(new FailureSample(clock.instant(), failed.kind(), failed.detail()));
        }
    }
}
