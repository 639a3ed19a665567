package dev.drover.simulation.engine;

import java.util.PriorityQueue;

/**
 * Time that passes only from event to event: one queue, ordered by time and then by who asked first.
 *
 * <p>Confined to one thread; what happens depends on the calls alone.
 */
public final class VirtualTime {

    /** Far more than a fleet ever has under way: beyond it something breeds. */
    private static final int MOST_WAITING = 500_000;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final PriorityQueue<Event> waiting = new PriorityQueue<>();
    private long nanos;
    private long sequence;
    private long digest;

    private record Event(long nanos, long sequence, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime == 0 ? Long.compare(sequence, other.sequence) : byTime;
        }
    }

    /** Since the beginning, in ns. */
    public long nanos() {
        return nanos;
    }

    /** Runs the task after that time, in ns; after what was asked for that moment before. */
    public void after(long delayNanos, Runnable task) {
        if (waiting.size() >= MOST_WAITING) {
            throw new IllegalStateException(waiting.size() + " events wait (expected: fewer)");
        }
        waiting.add(new Event(nanos + Math.max(0, delayNanos), sequence++, task));
    }

    /** Runs everything that is due until then, and stands there. */
    public void runUntil(long untilNanos) {
        Event next = waiting.peek();
        while (next != null && next.nanos <= untilNanos) {
            waiting.remove();
            nanos = next.nanos;
            digest = (digest ^ next.nanos ^ next.sequence << 1) * MIX;
            next.task.run();
            next = waiting.peek();
        }
        nanos = Math.max(nanos, untilNanos);
    }

    /** How many events wait. */
    public int waiting() {
        return waiting.size();
    }

    /** A number that two runs share if and, but for chance, only if the same events happened at the same times. */
    public long digest() {
        return digest;
    }
}
