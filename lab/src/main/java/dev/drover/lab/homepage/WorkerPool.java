package dev.drover.lab.homepage;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of workers with a bounded queue in front of them: what gives a region its capacity.
 *
 * <p>Every job takes the same time, so those that run finish in the order in which they began. A job that waited begins
 * at the very instant at which another ended, not when a timer noticed: late timers cost latency, never capacity.
 *
 * <p>Pure: time is an argument, in nanoseconds of any monotonic clock, and must not go back.
 */
final class WorkerPool<J> {

    private record Running<J>(J job, long finishNanos) {}

    private final int workers;
    private final long serviceNanos;
    private final int queueLimit;
    private final ArrayDeque<J> waiting = new ArrayDeque<>();
    private final ArrayDeque<Running<J>> running = new ArrayDeque<>();
    private final ArrayDeque<J> finished = new ArrayDeque<>();

    /**
     * A pool without work.
     *
     * @param workers how many jobs run at once, at least 1
     * @param serviceNanos how long each takes, at least 1
     * @param queueLimit how many may wait, 0 or more
     */
    WorkerPool(int workers, long serviceNanos, int queueLimit) {
        this.workers = workers;
        this.serviceNanos = serviceNanos;
        this.queueLimit = queueLimit;
    }

    /** Takes a job to a worker or into the queue; false if both are full. */
    boolean offer(J job, long nowNanos) {
        settle(nowNanos);
        if (running.size() < workers) {
            running.add(new Running<>(job, nowNanos + serviceNanos));
            return true;
        }
        return waiting.size() < queueLimit && waiting.add(job);
    }

    /** The next job that has been done by then; null if there is none. */
    @Nullable
    J nextFinished(long nowNanos) {
        settle(nowNanos);
        return finished.poll();
    }

    /** When the next job will be done; empty if none runs. */
    OptionalLong nextFinishNanos() {
        Running<J> first = running.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.finishNanos());
    }

    /** Forgets all jobs, since nobody will hear of them; returns how many there were. */
    int clear() {
        int forgotten = waiting.size() + running.size() + finished.size();
        waiting.clear();
        running.clear();
        finished.clear();
        return forgotten;
    }

    int waiting() {
        return waiting.size();
    }

    int busy() {
        return running.size();
    }

    private void settle(long nowNanos) {
        for (Running<J> first = running.peek();
                first != null && first.finishNanos() - nowNanos <= 0;
                first = running.peek()) {
            running.remove();
            finished.add(first.job());
            J next = waiting.poll();
            if (next != null) {
                running.add(new Running<>(next, first.finishNanos() + serviceNanos));
            }
        }
    }
}
