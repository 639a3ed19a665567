package dev.drover.controller.session.vertx;

import dev.drover.api.session.Session;
import dev.drover.controller.session.AgentSession;
import dev.drover.controller.session.AgentSessions;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Turns requests into agents' sessions. Confined to the controller's context, on which it is constructed and on which
 * the HTTP server runs.
 */
public final class SessionServer {

    /** How many agents may be connected at a time. */
    public static final int MAX_SESSIONS = 10_000;

    /**
     * Beyond the size that an agent may send, so that one that oversteps it a little is read and told why; who goes
     * beyond this one is cut off before it is read, and may or may not hear the reason.
     */
    private static final int MAX_READ_FRAME_BYTES = 2 * Session.MAX_AGENT_FRAME_BYTES;

    /**
     * How much the operating system may hold for an agent that does not read: were it left to grow by itself, to
     * megabytes, thousands of old policies would lie before the newest.
     */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    private static final long SWEEP_MILLIS = 1_000;
    private static final long GOODBYE_MILLIS = 2_000;

    private final Vertx vertx;
    private final AgentSessions sessions;
    private final Promise<Void> drained = Promise.promise();
    private final Set<WebSocketLink> links = new LinkedHashSet<>();
    private long sweeper;
    private boolean stopping;

    /** Takes no session yet. */
    public SessionServer(Vertx vertx, AgentSessions sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /** Starts to watch over the sessions, until it is closed. */
    public void start() {
        sweeper = vertx.setPeriodic(SWEEP_MILLIS, tick -> sessions.sweep());
    }

    /** What the HTTP server must be told for its sessions to be as the contract says. */
    public static void configure(HttpServerOptions options) {
        options.setSendBufferSize(SEND_BUFFER_BYTES);
        options.setWebSocketSubProtocols(List.of(Session.SUBPROTOCOL))
                .setMaxWebSocketFrameSize(MAX_READ_FRAME_BYTES)
                .setMaxWebSocketMessageSize(MAX_READ_FRAME_BYTES)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout((int) TimeUnit.MILLISECONDS.toSeconds(GOODBYE_MILLIS));
    }

    /**
     * Turns a request into a session.
     *
     * @return completes once it is one; fails with HandshakeException, and nothing is answered yet, if it may not be
     */
    public Future<Void> accept(HttpServerRequest request) {
        if (stopping || links.size() >= MAX_SESSIONS) {
            String why = stopping
                    ? "this controller stops"
                    : links.size() + " sessions (expected: at most " + MAX_SESSIONS + ")";
            return Future.failedFuture(new HandshakeException(503, why));
        }
        try {
            Handshakes.check(request.headers());
        } catch (HandshakeException e) {
            return Future.failedFuture(e);
        }
        return request.toWebSocket().map(this::begin);
    }

    private @Nullable Void begin(ServerWebSocket socket) {
        WebSocketLink link = new WebSocketLink(vertx, socket);
        links.add(link);
        AgentSession session = sessions.open(link);
        MessageReader reader = new MessageReader(socket, session);
        socket.frameHandler(reader::onFrame)
                .exceptionHandler(failure -> onFailure(session, failure))
                .closeHandler(closed -> onClosed(link, session));
        socket.pongHandler(pong -> session.onPong());
        return null;
    }

    private static void onFailure(AgentSession session, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupt) {
            session.breaksTransport(
                    corrupt.closeStatus().code(), corrupt.closeStatus().reasonText());
        }
    }

    private void onClosed(WebSocketLink link, AgentSession session) {
        links.remove(link);
        session.onClosed();
        if (stopping && links.isEmpty()) {
            drained.tryComplete();
        }
    }

    /** Says goodbye to every agent and takes no more; completes once all are gone, or do not answer. */
    public Future<Void> close(String reason) {
        stopping = true;
        vertx.cancelTimer(sweeper);
        sessions.stop(reason);
        if (links.isEmpty()) {
            drained.tryComplete();
        }
        return drained.future().timeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS).recover(this::abortThoseLeft);
    }

    private Future<Void> abortThoseLeft(Throwable late) {
        if (!(late instanceof TimeoutException)) {
            return Future.failedFuture(late);
        }
        List.copyOf(links).forEach(WebSocketLink::abort);
        return Future.succeededFuture();
    }
}
