package dev.drover.controller.session;

import io.vertx.core.Future;

/** The way to one agent, as what carries the session gives it. */
public interface AgentLink {

    /**
     * Hands a text to the network; texts arrive in the order in which they were sent.
     *
     * @return completes once the network has taken it, which a peer that does not read delays; fails if the link is
     *     closed
     */
    Future<Void> send(String text);

    /** Asks for a sign of life: {@link AgentSession#onPong} tells of it. */
    void ping();

    /** Ends the link after what was sent, telling the peer why. */
    void close(int code, String reason);

    /** Ends the link at once: the peer does not listen anyway. */
    void abort();
}
