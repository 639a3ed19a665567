package dev.drover.controller.session.vertx;

import dev.drover.api.session.Session;
import dev.drover.controller.session.AgentSession;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Makes whole texts of frames; every frame counts for the agent's rate, so that parts and pings cost as texts do. */
final class MessageReader {

    private static final int CLOSE_NOT_TEXT = 1003;
    private static final int CLOSE_TOO_LARGE = 1009;

    private final ServerWebSocket socket;
    private final AgentSession session;
    private @Nullable Buffer parts;

    MessageReader(ServerWebSocket socket, AgentSession session) {
        this.socket = socket;
        this.session = session;
    }

    void onFrame(WebSocketFrame frame) {
        switch (frame.type()) {
            case TEXT -> onText(frame);
            case CONTINUATION -> onPart(frame);
            case BINARY -> session.breaksTransport(CLOSE_NOT_TEXT, "a binary frame (expected: text)");
            case PING -> onPing();
            case PONG, CLOSE -> {
                // Told by handlers of their own.
            }
        }
    }

    private void onText(WebSocketFrame frame) {
        if (frame.isFinal()) {
            onWhole(frame.binaryData());
        } else {
            parts = Buffer.buffer();
            onPart(frame);
        }
    }

    private void onPart(WebSocketFrame frame) {
        Buffer whole = parts;
        if (whole == null) {
            return;
        }
        whole.appendBuffer(frame.binaryData());
        if (frame.isFinal() || whole.length() > Session.MAX_AGENT_FRAME_BYTES) {
            parts = null;
            onWhole(whole);
        } else {
            session.onOtherFrame();
        }
    }

    private void onWhole(Buffer message) {
        if (message.length() > Session.MAX_AGENT_FRAME_BYTES) {
            session.breaksTransport(
                    CLOSE_TOO_LARGE,
                    "message over " + Session.MAX_AGENT_FRAME_BYTES + " bytes (expected: at most that)");
        } else {
            session.onText(message.toString());
        }
    }

    /** Each ping is answered: who sends them without reading the answers would fill our memory. */
    private void onPing() {
        if (!socket.isClosed() && socket.writeQueueFull()) {
            session.breaksRule("pings whose answers are not read");
        } else {
            session.onOtherFrame();
        }
    }
}
