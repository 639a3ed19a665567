package dev.drover.simulation.node;

import dev.drover.api.session.AgentMessage;
import dev.drover.controller.session.AgentLink;
import dev.drover.controller.session.AgentSession;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.network.Channel;
import dev.drover.simulation.network.Network;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection between an agent and a controller: both directions keep their order, and break together.
 *
 * <p>The controller's end is its {@link AgentLink}.
 */
final class Wire implements AgentLink {

    /** What the agent hears over it. */
    interface AgentEnd {
        void opened(Wire wire);

        void heard(Wire wire, String text);

        void ponged(Wire wire);

        void closed(Wire wire);
    }

    private final Node agent;
    private final int agentBoot;
    private final Node controller;
    private final int controllerBoot;
    private final Channel up;
    private final Channel down;
    private final AgentEnd end;
    private @Nullable AgentSession session;
    private boolean closed;

    Wire(Network network, Node agent, Node controller, AgentEnd end) {
        this.agent = agent;
        this.agentBoot = agent.boot();
        this.controller = controller;
        this.controllerBoot = controller.boot();
        this.up = network.channel(agent.name(), controller.name());
        this.down = network.channel(controller.name(), agent.name());
        this.end = end;
    }

    /** The agent calls; whoever accepts gives the session. */
    void call(Function<Wire, AgentSession> accept) {
        up.send(() -> {
            if (!controller.isUp() || controller.boot() != controllerBoot) {
                toAgent(() -> end.closed(this));
                return;
            }
            controller.arrive(controllerBoot, () -> {
                session = accept.apply(this);
                toAgent(() -> end.opened(this));
            });
        });
    }

    /** The agent says something as a text. */
    void say(String text) {
        toController(opened -> opened.onText(text));
    }

    /** The agent says something, already read. */
    void say(AgentMessage message) {
        toController(opened -> opened.onMessage(message));
    }

    /** Tells a witness, when what was said last arrives. */
    void whenHeard(Runnable witness) {
        toController(opened -> witness.run());
    }

    String controllerName() {
        return controller.name();
    }

    /** The agent asks for a sign of life. */
    void pingController() {
        toController(opened -> toAgent(() -> end.ponged(this)));
    }

    private void toController(Consumer<AgentSession> work) {
        up.send(() -> controller.arrive(controllerBoot, () -> {
            AgentSession opened = session;
            if (opened != null && !closed) {
                work.accept(opened);
            }
        }));
    }

    private void toAgent(Runnable work) {
        down.send(() -> agent.arrive(agentBoot, work));
    }

    @Override
    public Future<Void> send(String text) {
        if (closed) {
            return Future.failedFuture("the link is closed");
        }
        Promise<Void> taken = Promise.promise();
        down.send(() -> {
            agent.arrive(agentBoot, () -> end.heard(this, text));
            taken.tryComplete();
        });
        return taken.future();
    }

    @Override
    public void ping() {
        down.send(() -> agent.arrive(agentBoot, () -> toController(AgentSession::onPong)));
    }

    @Override
    public void close(int code, String reason) {
        abort();
    }

    @Override
    public void abort() {
        if (!closed) {
            closed = true;
            up.close();
            toAgent(() -> end.closed(this));
        }
    }

    /** The agent closes it. */
    void hangUp() {
        down.close();
        AgentSession opened = session;
        if (opened != null) {
            up.send(() -> controller.arrive(controllerBoot, () -> {
                closed = true;
                opened.onClosed();
            }));
        } else {
            up.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** The controller's process is gone; its machine says so, unless that is gone too. */
    void controllerDied(boolean silently) {
        closed = true;
        up.close();
        if (!silently) {
            toAgent(() -> end.closed(this));
        }
    }
}
