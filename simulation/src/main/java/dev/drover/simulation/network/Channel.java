package dev.drover.simulation.network;

import java.util.ArrayDeque;
import java.util.Deque;

/** One direction of a connection: what is sent arrives in order or, once it is closed, not at all. */
public final class Channel {

    /** What a socket's buffers hold; who sends more is cut off. */
    private static final int MOST_HELD = 5_000;

    private final Network network;
    private final String from;
    private final String to;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private long lastArrivalNanos;
    private boolean closed;

    Channel(Network network, String from, String to) {
        this.network = network;
        this.from = from;
        this.to = to;
    }

    /** Sends: the task runs where and when it arrives. */
    public void send(Runnable arrival) {
        if (closed) {
            return;
        }
        long now = network.time().nanos();
        lastArrivalNanos = Math.max(lastArrivalNanos, now + network.delayNanos());
        network.time().after(lastArrivalNanos - now, () -> arrive(arrival));
    }

    private void arrive(Runnable arrival) {
        if (closed) {
            return;
        }
        if (held.isEmpty() && !network.isBlocked(from, to)) {
            arrival.run();
        } else if (held.size() < MOST_HELD) {
            held.add(arrival);
            network.holds(this);
        } else {
            close();
        }
    }

    /** The way may be free again. */
    void release() {
        while (!closed && !held.isEmpty()) {
            if (network.isBlocked(from, to)) {
                network.holds(this);
                return;
            }
            held.remove().run();
        }
    }

    /** Whether something waits for the way to be free. */
    public boolean isHeld() {
        return !held.isEmpty();
    }

    /** What is under way never arrives. */
    public void close() {
        closed = true;
        held.clear();
    }
}
