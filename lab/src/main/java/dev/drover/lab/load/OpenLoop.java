package dev.drover.lab.load;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when requests go out and counts how they end. The schedule knows nothing of the answers: when they stop
 * coming, requests go on, and each one's latency counts from when it was due, so that a stall is seen by everyone whom
 * it kept waiting and not only by those who were already there.
 *
 * <p>Time is an argument, in nanoseconds of a monotonic clock that must not go back. Confined to one thread, except
 * {@link #snapshot}.
 */
final class OpenLoop {

    private final Schedule schedule;
    private final Users users;
    private final Limits limits;
    private final long startNanos;
    private final LoadStats stats;
    /** In the order of their deadlines, since all have the same time; the ended ones leave when they come to the head. */
    private final ArrayDeque<Attempt> sent = new ArrayDeque<>();

    private int inFlight;
    private boolean stopped;

    OpenLoop(LoadConfig config, InstantSource clock, long startNanos) {
        this.schedule = new Schedule(config.arrivals());
        this.users = new Users(config.population());
        this.limits = config.limits();
        this.startNanos = startNanos;
        this.stats = new LoadStats(clock, startNanos);
    }

    /** The requests that must go out now, however late it is for them. */
    List<Attempt> due(long nowNanos) {
        List<Attempt> due = new ArrayList<>();
        while (!isOver() && startNanos + schedule.nextNanos() - nowNanos <= 0) {
            long dueNanos = startNanos + schedule.nextNanos();
            schedule.advance();
            stats.due();
            Attempt attempt = new Attempt(
                    users.next(), dueNanos, nowNanos + limits.timeout().toNanos());
            if (inFlight < limits.maxInFlight()) {
                inFlight++;
                sent.add(attempt);
                due.add(attempt);
            } else {
                stats.end(overload(), dueNanos, nowNanos);
            }
        }
        return due;
    }

    private Outcome.Failed overload() {
        return new Outcome.Failed(FailureKind.OVERLOAD, limits.maxInFlight() + " requests are in flight");
    }

    /** Counts an end; only the first one of an attempt counts. */
    void end(Attempt attempt, Outcome outcome, long nowNanos) {
        if (attempt.end()) {
            inFlight--;
            stats.end(outcome, attempt.dueNanos(), nowNanos);
        }
    }

    /** Ends the requests whose time is over; they are to be given up. */
    List<Attempt> expire(long nowNanos) {
        List<Attempt> expired = new ArrayList<>();
        for (Attempt first = sent.peek();
                first != null && (first.hasEnded() || first.deadlineNanos() - nowNanos <= 0);
                first = sent.peek()) {
            sent.remove();
            if (!first.hasEnded()) {
                end(first, timeout(), nowNanos);
                expired.add(first);
            }
        }
        return expired;
    }

    private Outcome.Failed timeout() {
        return new Outcome.Failed(
                FailureKind.TIMEOUT, "no whole answer after " + limits.timeout().toMillis() + " ms");
    }

    /** No more requests go out. */
    void stop() {
        stopped = true;
    }

    /** Whether no more requests go out. */
    boolean isOver() {
        return stopped || schedule.isOver();
    }

    /** Whether no more requests go out, and all that did have ended. */
    boolean isDone() {
        return isOver() && inFlight == 0;
    }

    LoadSnapshot snapshot(long nowNanos) {
        return stats.snapshot(nowNanos);
    }
}
