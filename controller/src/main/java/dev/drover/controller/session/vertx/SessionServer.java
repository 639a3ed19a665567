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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns requests into agents' sessions. Confined to the controller's context, on which it is constructed and on which
 * the HTTP server runs.
 */
public final class SessionServer {

    /** How many agents may be connected at a time. */
    public static final int MAX_SESSIONS = 10_000;

    private static final long SWEEP_MILLIS = 1_000;
    private static final long GOODBYE_MILLIS = 2_000;

    private final Vertx vertx;
    private final AgentSessions sessions;
    private final Promise<Void> drained = Promise.promise();
    private long sweeper;
    private int sockets;
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
        options.setWebSocketSubProtocols(List.of(Session.SUBPROTOCOL))
                .setMaxWebSocketFrameSize(Session.MAX_AGENT_FRAME_BYTES)
                .setMaxWebSocketMessageSize(Session.MAX_AGENT_FRAME_BYTES)
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
        if (stopping || sockets >= MAX_SESSIONS) {
            String why =
                    stopping ? "this controller stops" : sockets + " sessions (expected: at most " + MAX_SESSIONS + ")";
            return Future.failedFuture(new HandshakeException(503, why));
        }
        try {
            Handshakes.check(request.headers());
        } catch (HandshakeException e) {
            return Future.failedFuture(e);
        }
        return request.toWebSocket().map(socket -> begin(request, socket));
    }

    private Void begin(HttpServerRequest request, ServerWebSocket socket) {
        sockets++;
        AgentSession session = sessions.open(new WebSocketLink(vertx, socket, request.connection()));
        MessageReader reader = new MessageReader(socket, session);
        socket.frameHandler(reader::onFrame)
                .exceptionHandler(failure -> onFailure(session, failure))
                .closeHandler(closed -> onClosed(session));
        socket.pongHandler(pong -> session.onPong());
        return null;
    }

    private static void onFailure(AgentSession session, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupt) {
            session.breaksTransport(
                    corrupt.closeStatus().code(), corrupt.closeStatus().reasonText());
        }
    }

    private void onClosed(AgentSession session) {
        sockets--;
        session.onClosed();
        if (stopping && sockets == 0) {
            drained.tryComplete();
        }
    }

    /** Says goodbye to every agent and takes no more; completes once all are gone, or do not answer. */
    public Future<Void> close(String reason) {
        stopping = true;
        vertx.cancelTimer(sweeper);
        sessions.stop(reason);
        if (sockets == 0) {
            drained.tryComplete();
        }
        return drained.future()
                .timeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
                .recover(late ->
                        late instanceof TimeoutException ? Future.succeededFuture() : Future.failedFuture(late));
    }
}
