package dev.drover.controller.session.vertx;

import dev.drover.controller.session.AgentLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.charset.StandardCharsets;

/** A WebSocket as the way to an agent. */
final class WebSocketLink implements AgentLink {

    /** How long the peer may take to answer a close frame, or to read what lies before it. */
    private static final long CLOSE_WITHIN_MILLIS = 5_000;
    /** What fits into a close frame beside the code. */
    private static final int MAX_REASON_BYTES = 123;

    private static final Buffer NOTHING = Buffer.buffer();

    private final Vertx vertx;
    private final ServerWebSocket socket;

    WebSocketLink(Vertx vertx, ServerWebSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
    }

    @Override
    public Future<Void> send(String text) {
        return socket.writeFinalTextFrame(text);
    }

    @Override
    public void ping() {
        socket.writePing(NOTHING);
    }

    @Override
    public void close(int code, String reason) {
        long deadline = vertx.setTimer(CLOSE_WITHIN_MILLIS, late -> abort());
        socket.close((short) code, shortened(reason)).onComplete(closed -> vertx.cancelTimer(deadline));
    }

    /** Closes below the WebSocket, whose own closing waits until the peer has read what was sent before. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The close handler tells of it.
    public void abort() {
        ((WebSocketInternal) socket).channelHandlerContext().close();
    }

    private static String shortened(String reason) {
        String ascii = new String(reason.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        return ascii.length() <= MAX_REASON_BYTES ? ascii : ascii.substring(0, MAX_REASON_BYTES - 3) + "...";
    }
}
