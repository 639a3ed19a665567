package dev.drover.controller.session;

import dev.drover.controller.metrics.SessionMeters;
import dev.drover.controller.metrics.SessionMeters.DropReason;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one agent: one text on its way, and one that waits, which a newer one replaces. However slowly the agent
 * reads, nobody waits for it and nothing piles up.
 */
final class Outbox {

    private final AgentLink link;
    private final LongSupplier nanos;
    private final SessionMeters meters;
    private boolean writing;
    private long writingSinceNanos;
    private @Nullable String waiting;

    Outbox(AgentLink link, LongSupplier nanos, SessionMeters meters) {
        this.link = link;
        this.nanos = nanos;
        this.meters = meters;
    }

    /** Sends the text now, or after the one on its way, in place of one that waits. */
    void offer(String text) {
        if (!writing) {
            write(text);
            return;
        }
        if (waiting != null) {
            meters.dropped(DropReason.CONFLATED);
        }
        waiting = text;
    }

    /** For how long the text on its way has not been taken, in ns; 0 if none is on its way. */
    long stuckNanos(long nowNanos) {
        return writing ? nowNanos - writingSinceNanos : 0;
    }

    private void write(String text) {
        writing = true;
        writingSinceNanos = nanos.getAsLong();
        link.send(text).onSuccess(taken -> next());
    }

    private void next() {
        writing = false;
        String text = waiting;
        waiting = null;
        if (text != null) {
            write(text);
        }
    }
}
