package dev.drover.simulation.node;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.edge.session.Backoff;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * An agent's session with one controller, brought up again whenever it ends: what the agent's own session class does
 * over a WebSocket, with the same patience.
 */
final class ControllerCall implements Wire.AgentEnd {

    private static final int PING_SECONDS = 2;
    private static final int SILENT_SECONDS = 5;
    private static final int CONNECT_SECONDS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What the agent is told of it, and asked. */
    interface Owner {
        AgentMessage.Hello hello();

        void upChanged();

        void offered(ControllerCall call, ControllerMessage.Policy policy);

        void sent(AgentMessage.Report report, Wire wire);
    }

    private final Network network;
    private final Node agent;
    private final SimulatedController controller;
    private final Owner owner;
    private final Readings readings;
    private final Backoff backoff;
    private @Nullable Wire wire;
    private boolean opened;
    private boolean up;
    private int seconds;
    private int silentSeconds;

    ControllerCall(Network network, Node agent, SimulatedController controller, Owner owner, Tools tools) {
        this.network = network;
        this.agent = agent;
        this.controller = controller;
        this.owner = owner;
        this.readings = tools.readings();
        this.backoff = new Backoff(tools.dice().generator());
    }

    /** What all calls of an agent share. */
    record Tools(Readings readings, Dice dice) {}

    void start() {
        Wire calling = new Wire(network, agent, controller.node(), this);
        wire = calling;
        opened = false;
        seconds = 0;
        silentSeconds = 0;
        calling.call(controller::accept);
    }

    @Override
    public void opened(Wire which) {
        if (which == wire) {
            opened = true;
            silentSeconds = 0;
            which.say(owner.hello());
        }
    }

    @Override
    public void heard(Wire which, String text) {
        if (which != wire) {
            return;
        }
        silentSeconds = 0;
        ControllerMessage message = readings.read(text);
        if (message instanceof ControllerMessage.Welcome && !up) {
            up = true;
            owner.upChanged();
        } else if (message instanceof ControllerMessage.Policy policy) {
            owner.offered(this, policy);
        } else if (message instanceof ControllerMessage.Goodbye goodbye) {
            backoff.asked(goodbye.retryAfterMs());
            which.hangUp();
            ended();
        }
    }

    @Override
    public void ponged(Wire which) {
        if (which == wire) {
            silentSeconds = 0;
        }
    }

    @Override
    public void closed(Wire which) {
        if (which == wire) {
            ended();
        }
    }

    /** Called once a second. */
    void second() {
        Wire current = wire;
        if (current == null) {
            return;
        }
        seconds++;
        silentSeconds++;
        boolean tooSlow = !opened && seconds >= CONNECT_SECONDS;
        boolean noWelcome = !up && seconds >= SILENT_SECONDS;
        if (tooSlow || noWelcome || silentSeconds >= SILENT_SECONDS) {
            current.hangUp();
            ended();
        } else if (opened && seconds % PING_SECONDS == 1) {
            current.pingController();
        }
    }

    private void ended() {
        boolean wasUp = up;
        wire = null;
        up = false;
        backoff.lasted(seconds * 1_000L);
        agent.afterNanos(backoff.nextMillis() * NANOS_PER_MILLI, this::start);
        if (wasUp) {
            owner.upChanged();
        }
    }

    /** The agent's process is gone; its machine closes the connection. */
    void dropped() {
        Wire current = wire;
        wire = null;
        if (current != null) {
            current.hangUp();
        }
    }

    boolean isUp() {
        return up;
    }

    /** Says something if it is up. */
    void say(Dialect dialect, AgentMessage message, Dice dice) {
        Wire current = wire;
        if (up && current != null) {
            dialect.say(current, message, dice);
            if (message instanceof AgentMessage.Report report) {
                owner.sent(report, current);
            }
            if (network.isRepeated()) {
                dialect.say(current, message, dice);
            }
        }
    }
}
