package dev.drover.lab.load;

import io.vertx.core.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;

/** One request on its way. Confined to the generator's loop. */
final class Attempt {

    private final String user;
    private final long dueNanos;
    private final long deadlineNanos;
    private boolean ended;
    private boolean headSeen;
    private @Nullable HttpClientRequest request;

    Attempt(String user, long dueNanos, long deadlineNanos) {
        this.user = user;
        this.dueNanos = dueNanos;
        this.deadlineNanos = deadlineNanos;
    }

    String user() {
        return user;
    }

    long dueNanos() {
        return dueNanos;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Ends it; false if it had ended before. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    boolean hasEnded() {
        return ended;
    }

    void connected(HttpClientRequest sent) {
        request = sent;
    }

    boolean isConnected() {
        return request != null;
    }

    void sawHead() {
        headSeen = true;
    }

    boolean hasSeenHead() {
        return headSeen;
    }

    /** Tells the other side, if there is one yet, that nobody waits any more. */
    void giveUp() {
        if (request != null) {
            request.reset();
        }
    }
}
