package dev.drover.edge.session;

import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import java.net.URI;
import java.util.Optional;

/** What sessions ask of their agent, and tell it; on the agent's event loop. */
public interface SessionListener {

    /** What to say first, now. */
    AgentMessage.Hello hello();

    /**
     * A session came up or went down.
     *
     * @param up how many controllers there is a session with now
     */
    void sessions(int up);

    /**
     * A controller sent a policy.
     *
     * @return what to answer to this one controller, if anything
     */
    Optional<AgentMessage> policy(URI controller, SealedPolicy policy);
}
