package dev.drover.edge.session;

import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session with one controller, brought up again whenever it ends.
 *
 * <p>{@code IDLE -> CONNECTING -> GREETED (hello said) -> UP (welcome heard) -> IDLE}, until {@link #stop}. The agent pings
 * every other second and ends a session from which nothing, pongs included, was heard for {@link #SILENT_TICKS} seconds:
 * a controller that vanished without a word is noticed within 5 s.
 *
 * <p>Confined to the agent's event loop.
 */
final class ControllerSession {

    private static final Logger LOG = LoggerFactory.getLogger(ControllerSession.class);
    private static final long TICK_MILLIS = 1_000;
    private static final int PING_TICKS = 2;
    private static final int SILENT_TICKS = 5;
    private static final long CONNECT_MILLIS = 3_000;
    private static final short NORMAL = 1_000;
    private static final int REASON_CHARACTERS_MOST = 120;

    private enum Phase {
        IDLE,
        CONNECTING,
        GREETED,
        UP,
        STOPPED
    }

    private final Vertx vertx;
    private final WebSocketClient client;
    private final URI controller;
    private final Backoff backoff;
    private final SessionListener listener;
    private final SessionMeters meters;
    private final Runnable upChanged;
    private Phase phase = Phase.IDLE;
    private @Nullable WebSocket socket;
    private long timer = -1;
    private int ticks;
    private int silentTicks;
    private int upTicks;

    /** Which one, and how it hears the agent: what all sessions share is in {@code shared}. */
    ControllerSession(ControllerSessions.Shared shared, URI controller, Backoff backoff, Runnable upChanged) {
        this.vertx = shared.vertx();
        this.client = shared.client();
        this.listener = shared.listener();
        this.meters = shared.meters();
        this.controller = controller;
        this.backoff = backoff;
        this.upChanged = upChanged;
    }

    /** Connects now. */
    void start() {
        phase = Phase.CONNECTING;
        client.connect(address()).onSuccess(this::connected).onFailure(e -> ended("not reached: " + e.getMessage()));
    }

    private WebSocketConnectOptions address() {
        return new WebSocketConnectOptions()
                .setHost(controller.getHost())
                .setPort(controller.getPort() < 0 ? 80 : controller.getPort())
                .setSsl(false)
                .setURI(Session.PATH)
                .addSubProtocol(Session.SUBPROTOCOL)
                .setAllowOriginHeader(false) // Only browsers send it, and controllers refuse browsers.
                .setTimeout(CONNECT_MILLIS);
    }

    private void connected(WebSocket opened) {
        if (phase == Phase.STOPPED) {
            close(opened, NORMAL, "stopping");
            return;
        }
        socket = opened;
        phase = Phase.GREETED;
        ticks = 0;
        silentTicks = 0;
        upTicks = 0;
        opened.textMessageHandler(text -> ifCurrent(opened, () -> heard(text)));
        opened.binaryMessageHandler(bytes -> ifCurrent(opened, meters::unreadable));
        opened.pongHandler(pong -> ifCurrent(opened, () -> silentTicks = 0));
        opened.exceptionHandler(e -> ifCurrent(opened, () -> ended("broken: " + e.getMessage())));
        opened.closeHandler(none -> ifCurrent(opened, () -> ended("closed: " + opened.closeStatusCode())));
        timer = vertx.setPeriodic(TICK_MILLIS, id -> ifCurrent(opened, () -> tick(opened)));
        if (Session.SUBPROTOCOL.equals(opened.subProtocol())) {
            send(Json.write(listener.hello()));
        } else {
            drop(
                    opened,
                    Session.CLOSE_POLICY,
                    "subprotocol " + opened.subProtocol() + " (expected: " + Session.SUBPROTOCOL + ")");
        }
    }

    private void ifCurrent(WebSocket which, Runnable work) {
        if (which.equals(socket)) {
            work.run();
        }
    }

    private void heard(String text) {
        silentTicks = 0;
        ControllerMessage message;
        try {
            message = Json.readMessage(text, ControllerMessage.class);
        } catch (RuntimeException e) {
            meters.unreadable();
            send(Json.write(new AgentMessage.Refused(null, "message: " + shortened(e.getMessage()))));
            return;
        }
        if (message instanceof ControllerMessage.Welcome welcome) {
            welcomed(welcome);
        } else if (message instanceof ControllerMessage.Policy policy) {
            listener.policy(controller, policy.policy()).ifPresent(answer -> send(Json.write(answer)));
        } else if (message instanceof ControllerMessage.Goodbye goodbye) {
            dismissed(goodbye);
        } else {
            meters.unknown();
        }
    }

    private void welcomed(ControllerMessage.Welcome welcome) {
        if (phase == Phase.GREETED) {
            phase = Phase.UP;
            meters.cameUp();
            LOG.atInfo()
                    .addKeyValue("controller", controller)
                    .addKeyValue("id", welcome.controller())
                    .log("session up");
            upChanged.run();
        }
    }

    private void dismissed(ControllerMessage.Goodbye goodbye) {
        backoff.asked(goodbye.retryAfterMs());
        WebSocket current = socket;
        if (current != null) {
            drop(current, NORMAL, "goodbye: " + goodbye.reason());
        }
    }

    private void tick(WebSocket current) {
        ticks++;
        silentTicks++;
        upTicks += phase == Phase.UP ? 1 : 0;
        if (current.isClosed()) {
            ended("closed"); // Its handler may be late when the process stood still.
        } else if (silentTicks >= SILENT_TICKS || (phase == Phase.GREETED && ticks >= SILENT_TICKS)) {
            drop(current, NORMAL, phase == Phase.UP ? "silent" : "no welcome");
        } else if (ticks % PING_TICKS == 1) {
            current.writePing(Buffer.buffer("drover"))
                    .onFailure(e -> LOG.atDebug().setCause(e).log("ping failed"));
        }
    }

    /** Says something to the controller if there is a session; a controller too slow to take it does not get it. */
    void send(String text) {
        WebSocket current = socket;
        if (current == null || current.isClosed()) {
            return;
        }
        if (current.writeQueueFull()) {
            meters.dropped();
        } else {
            current.writeTextMessage(text).onFailure(e -> meters.dropped());
        }
    }

    boolean isUp() {
        return phase == Phase.UP;
    }

    /** Ends the session for good. */
    void stop() {
        WebSocket current = socket;
        phase = Phase.STOPPED;
        socket = null;
        vertx.cancelTimer(timer);
        if (current != null) {
            close(current, NORMAL, "stopping");
        }
    }

    private void drop(WebSocket current, int code, String why) {
        ended(why);
        close(current, (short) code, why);
    }

    private static void close(WebSocket closing, short code, String why) {
        Future<Void> closed = closing.close(code, shortened(why));
        closed.onFailure(e -> LOG.atDebug().setCause(e).log("session was closed already"));
    }

    private void ended(String why) {
        if (phase == Phase.STOPPED || phase == Phase.IDLE) {
            return;
        }
        boolean wasUp = phase == Phase.UP;
        phase = Phase.IDLE;
        socket = null;
        vertx.cancelTimer(timer);
        meters.ended();
        backoff.lasted(upTicks * TICK_MILLIS);
        upTicks = 0;
        long waitMillis = backoff.nextMillis();
        timer = vertx.setTimer(waitMillis, id -> start());
        LOG.atInfo()
                .addKeyValue("controller", controller)
                .addKeyValue("why", why)
                .addKeyValue("retryInMillis", waitMillis)
                .log("session ended");
        if (wasUp) {
            upChanged.run();
        }
    }

    /** Close reasons are short and plain: at most 123 bytes. */
    private static String shortened(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("[^ -~]", "?");
        return plain.length() <= REASON_CHARACTERS_MOST ? plain : plain.substring(0, REASON_CHARACTERS_MOST);
    }
}
