package dev.drover.edge.session;

import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An agent's sessions with every controller, one each; every one hears every report.
 *
 * <p>Confined to the agent's event loop.
 */
public final class ControllerSessions {

    /** More than the controllers of a cluster, and those closing. */
    private static final int CONNECTIONS_MOST = 64;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CLOSING_SECONDS = 1;

    private final WebSocketClient client;
    private final SessionListener listener;
    private final List<ControllerSession> sessions;

    /** What all sessions share. */
    record Shared(Vertx vertx, WebSocketClient client, SessionListener listener, SessionMeters meters) {}

    /**
     * Sessions that are still to be started.
     *
     * @param controllers {@code http://host:port} each
     * @param random for the waits between attempts
     */
    public ControllerSessions(
            Vertx vertx,
            List<URI> controllers,
            RandomGenerator random,
            SessionListener listener,
            MeterRegistry registry) {
        this.listener = listener;
        client = vertx.createWebSocketClient(options());
        Shared shared = new Shared(vertx, client, listener, new SessionMeters(registry));
        sessions = controllers.stream()
                .map(uri -> new ControllerSession(shared, uri, new Backoff(random), this::upChanged))
                .toList();
    }

    private static WebSocketClientOptions options() {
        WebSocketClientOptions options = new WebSocketClientOptions();
        options.setMaxFrameSize(Session.MAX_CONTROLLER_FRAME_BYTES);
        options.setMaxMessageSize(Session.MAX_CONTROLLER_FRAME_BYTES);
        options.setMaxConnections(CONNECTIONS_MOST);
        options.setConnectTimeout(CONNECT_MILLIS);
        options.setClosingTimeout(CLOSING_SECONDS);
        options.setTcpNoDelay(true);
        return options;
    }

    /** Connects to all. */
    public void start() {
        sessions.forEach(ControllerSession::start);
    }

    /** Says the same to every controller that can be heard; which of them take it, nobody waits for. */
    public void sendAll(AgentMessage message) {
        String text = Json.write(message);
        sessions.stream().filter(ControllerSession::isUp).forEach(session -> session.send(text));
    }

    private void upChanged() {
        listener.sessions(
                (int) sessions.stream().filter(ControllerSession::isUp).count());
    }

    /** Ends all for good. */
    public Future<Void> stop() {
        sessions.forEach(ControllerSession::stop);
        return client.close();
    }
}
