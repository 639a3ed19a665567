package dev.drover.lab.link;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way, in order, each part with the time at which it arrives. Pure: time is an argument, in nanoseconds
 * of a monotonic clock.
 */
final class DelayLine {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Part(Buffer bytes, long arrivalNanos) {}

    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private Delay delay = Delay.NONE;
    private SplittableRandom jitter = new SplittableRandom(0);
    private long bytes;
    private long lastArrivalNanos = Long.MIN_VALUE;

    /** From now on what is added takes that long. */
    void delay(Delay next, SplittableRandom random) {
        delay = next;
        jitter = random;
    }

    void add(Buffer part, long nowNanos) {
        long millis = delay.millis() + jitter.nextLong(delay.jitterMillis() + 1L);
        long arrival = nowNanos + millis * NANOS_PER_MILLI;
        lastArrivalNanos = parts.isEmpty() || arrival - lastArrivalNanos > 0 ? arrival : lastArrivalNanos;
        parts.add(new Part(part, lastArrivalNanos));
        bytes += part.length();
    }

    /** The next part that has arrived by then; null if there is none. */
    @Nullable
    Buffer nextArrived(long nowNanos) {
        Part first = parts.peek();
        if (first == null || first.arrivalNanos() - nowNanos > 0) {
            return null;
        }
        parts.remove();
        bytes -= first.bytes().length();
        return first.bytes();
    }

    /** How long until the next part arrives; 0 if it has, or if there is none. */
    long nanosToNext(long nowNanos) {
        Part first = parts.peek();
        return first == null ? 0 : Math.max(0, first.arrivalNanos() - nowNanos);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    long bytes() {
        return bytes;
    }
}
