package dev.drover.simulation.swarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Many seeds, one after the other on each of a few threads. */
public final class Swarm {

    /** The most failed seeds that a report names. */
    public static final int MOST_FAILED = 100;
    /** The most threads. */
    public static final int MOST_THREADS = 256;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long from;
    private final long seeds;
    private final LongSupplier nanos;
    private final Consumer<SeedRun.Result> each;
    private final AtomicLong next;
    private final SortedMap<String, Long> sometimes = new TreeMap<>();
    private final List<Long> failed = new ArrayList<>();
    private long violations;
    private long simulatedNanos;

    /**
     * Seeds from one on.
     *
     * @param nanos a monotonic clock, in ns, to tell how long it took
     * @param each hears of every result, one at a time
     */
    public Swarm(long from, long seeds, LongSupplier nanos, Consumer<SeedRun.Result> each) {
        this.from = from;
        this.seeds = seeds;
        this.nanos = nanos;
        this.each = each;
        this.next = new AtomicLong(from);
        for (Sometimes what : Sometimes.values()) {
            sometimes.put(what.key(), 0L);
        }
    }

    /**
     * Runs them all.
     *
     * @param threads 1 to {@link #MOST_THREADS}
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public SwarmReport run(int threads) throws InterruptedException {
        long start = nanos.getAsLong();
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> work(done), "seeds-" + i);
            worker.setDaemon(true);
            worker.start();
        }
        done.await();
        double wallSeconds = (nanos.getAsLong() - start) / NANOS_PER_SECOND;
        return report(Math.round(wallSeconds * 10) / 10.0);
    }

    private void work(CountDownLatch done) {
        try {
            for (long seed = next.getAndIncrement(); seed < from + seeds; seed = next.getAndIncrement()) {
                add(SeedRun.of(seed));
            }
        } finally {
            done.countDown();
        }
    }

    private synchronized void add(SeedRun.Result result) {
        result.reached().keySet().forEach(what -> sometimes.merge(what.key(), 1L, Long::sum));
        simulatedNanos += result.simulatedNanos();
        if (result.violation().isPresent()) {
            violations++;
            if (failed.size() < MOST_FAILED) {
                failed.add(result.seed());
            }
        }
        each.accept(result);
    }

    private synchronized SwarmReport report(double wallSeconds) {
        Collections.sort(failed);
        return new SwarmReport(
                seeds, violations, (long) (simulatedNanos / NANOS_PER_SECOND), wallSeconds, sometimes, failed);
    }

    /**
     * The story of a broken promise: what, where, how to see it again, and what happened last.
     *
     * @param build that it was found with
     */
    public static List<String> story(SeedRun.Result result, String build) {
        List<String> story = new ArrayList<>();
        result.violation().ifPresent(violation -> {
            story.add("seed " + result.seed() + " broke " + violation.invariant());
            story.add("  build:   " + build);
            story.add("  theme:   " + result.theme().name().toLowerCase(Locale.ROOT));
            story.add(String.format(Locale.ROOT, "  at:      %.3f s", violation.nanos() / NANOS_PER_SECOND));
            story.add("  what:    " + violation.what());
            story.add("  replay:  ./drover simulate --seed " + result.seed());
            story.add("  the last " + result.lastLines().size() + " lines before it:");
            result.lastLines().forEach(line -> story.add("    " + line));
        });
        return story;
    }
}
