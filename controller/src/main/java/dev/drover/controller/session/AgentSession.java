package dev.drover.controller.session;

import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Session;
import dev.drover.controller.metrics.SessionMeters.CloseReason;
import dev.drover.controller.metrics.SessionMeters.DropReason;
import dev.drover.controller.metrics.SessionMeters.MessageType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One session: what carries it tells what came, {@link AgentSessions} what time it is. Confined to the controller's
 * context.
 *
 * <p>States: opened, greeted (a hello came in time), closed. Nothing is heard or said after the last.
 */
public final class AgentSession {

    /** How long an agent may take to say who it is. */
    static final Duration HELLO_WITHIN = Duration.ofSeconds(5);
    /** How often an agent is asked for a sign of life. */
    static final Duration PING_EVERY = Duration.ofSeconds(10);
    /** How long it may take to answer. */
    static final Duration PONG_WITHIN = Duration.ofSeconds(5);
    /** How long it may take to read what was sent. */
    static final Duration READ_WITHIN = Duration.ofSeconds(10);

    private final AgentSessions sessions;
    private final AgentLink link;
    private final Outbox outbox;
    private final long openedNanos;
    private FloodGate gate;
    private @Nullable AgentRecord agent;
    private boolean welcomed;
    private boolean closed;
    private boolean pongDue;
    private long pingedNanos;

    AgentSession(AgentSessions sessions, AgentLink link, long nowNanos) {
        this.sessions = sessions;
        this.link = link;
        this.outbox = new Outbox(link, sessions::nanos, sessions.meters());
        this.openedNanos = nowNanos;
        this.pingedNanos = nowNanos;
        this.gate = new FloodGate(nowNanos);
    }

    /** A whole text message came. */
    public void onText(String text) {
        if (closed || !mayPass()) {
            return;
        }
        AgentMessage message;
        try {
            message = Json.readMessage(text, AgentMessage.class);
        } catch (UnreadableJsonException e) {
            breaksRule(String.valueOf(e.getMessage()));
            return;
        }
        hear(message);
    }

    /** A message came that whatever carries the session has read already; counts as its text would. */
    public void onMessage(AgentMessage message) {
        if (!closed && mayPass()) {
            hear(message);
        }
    }

    /** A ping or a part of a message came: they count as messages do. */
    public void onOtherFrame() {
        if (!closed && mayPass()) {
            sessions.heardFrom(agent);
        }
    }

    /** The agent answered a ping. */
    public void onPong() {
        pongDue = false;
    }

    /** What came breaks a rule of the session: it ends. */
    public void breaksRule(String rule) {
        end(CloseReason.UNREADABLE, Session.CLOSE_POLICY, rule);
    }

    /** What came is larger than allowed, or cannot be decoded: the session ends with that code. */
    public void breaksTransport(int code, String reason) {
        end(CloseReason.UNREADABLE, code, reason);
    }

    /** The link is closed, by whomever. */
    public void onClosed() {
        close(CloseReason.LEFT);
    }

    private boolean mayPass() {
        FloodGate.Passage passage = gate.pass(sessions.nanos());
        if (passage != FloodGate.Passage.OPEN) {
            sessions.meters().dropped(DropReason.RATE);
        }
        if (passage == FloodGate.Passage.CLOSE) {
            end(
                    CloseReason.FLOOD,
                    Session.CLOSE_POLICY,
                    "too many messages (expected: " + FloodGate.MESSAGES_PER_SECOND + "/s)");
        }
        return passage == FloodGate.Passage.OPEN;
    }

    private void hear(AgentMessage message) {
        sessions.meters().heard(typeOf(message));
        if (message instanceof AgentMessage.Unknown) {
            return;
        }
        if (message instanceof AgentMessage.Hello hello) {
            greet(hello);
        } else if (agent == null) {
            breaksRule("no hello yet (expected: hello as the first message)");
        } else {
            sessions.hear(agent, message);
        }
    }

    private void greet(AgentMessage.Hello hello) {
        if (agent == null) {
            sessions.greet(this, hello);
        } else {
            breaksRule("a second hello (expected: one)");
        }
    }

    private static MessageType typeOf(AgentMessage message) {
        if (message instanceof AgentMessage.Hello) {
            return MessageType.HELLO;
        }
        if (message instanceof AgentMessage.Report) {
            return MessageType.REPORT;
        }
        if (message instanceof AgentMessage.Applied) {
            return MessageType.APPLIED;
        }
        return message instanceof AgentMessage.Refused ? MessageType.REFUSED : MessageType.UNKNOWN;
    }

    /** This session is that agent's from now on; what it said in earlier ones counts for its rate. */
    void belongsTo(AgentRecord record) {
        agent = record;
        gate = record.gate();
    }

    @Nullable
    AgentRecord agent() {
        return agent;
    }

    boolean isWelcomed() {
        return welcomed;
    }

    void welcome(String text) {
        welcomed = true;
        outbox.offer(text);
    }

    void offer(String text) {
        if (!closed) {
            outbox.offer(text);
        }
    }

    /** Does what is due by now. */
    void sweep(long nowNanos) {
        if (agent == null && nowNanos - openedNanos >= HELLO_WITHIN.toNanos()) {
            end(CloseReason.SILENT, Session.CLOSE_POLICY, "no hello within " + HELLO_WITHIN.toSeconds() + " s");
        } else if (outbox.stuckNanos(nowNanos) >= READ_WITHIN.toNanos()) {
            abort(CloseReason.STUCK);
        } else if (pongDue && nowNanos - pingedNanos >= PONG_WITHIN.toNanos()) {
            abort(CloseReason.UNANSWERED);
        } else if (!pongDue && nowNanos - pingedNanos >= PING_EVERY.toNanos()) {
            pongDue = true;
            pingedNanos = nowNanos;
            link.ping();
        }
    }

    /** Says a last word and ends the session. */
    void endWith(String lastText, CloseReason reason, int code, String words) {
        if (!closed) {
            link.send(lastText).onFailure(gone -> link.abort());
            end(reason, code, words);
        }
    }

    void end(CloseReason reason, int code, String words) {
        if (!closed) {
            link.close(code, words);
            close(reason);
        }
    }

    private void abort(CloseReason reason) {
        link.abort();
        close(reason);
    }

    private void close(CloseReason reason) {
        if (!closed) {
            closed = true;
            sessions.ended(this, reason);
        }
    }
}
