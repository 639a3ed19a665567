package dev.drover.controller.session.vertx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.session.Session;
import dev.drover.controller.rest.vertx.RunningController;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running controller and agents that connect to it over loopback. */
abstract class SocketScene {

    /** Little, so that an agent that does not read is soon noticed. */
    private static final int RECEIVE_BUFFER_BYTES = 32 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RunningController controller = new RunningController();
    private WebSocketClient client;

    @BeforeEach
    void start() {
        client = controller.vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(2_000)
                .setReceiveBufferSize(RECEIVE_BUFFER_BYTES)
                .setMaxFrameSize(Session.MAX_CONTROLLER_FRAME_BYTES)
                .setMaxMessageSize(Session.MAX_CONTROLLER_FRAME_BYTES));
    }

    @AfterEach
    void stop() throws Exception {
        controller.close();
    }

    WebSocketConnectOptions options() {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(controller.port())
                .setURI(Session.PATH)
                .setAllowOriginHeader(false)
                .setSubProtocols(List.of(Session.SUBPROTOCOL));
    }

    @CanIgnoreReturnValue
    SocketAgent connect() throws Exception {
        return connect(options());
    }

    @CanIgnoreReturnValue
    SocketAgent connect(WebSocketConnectOptions options) throws Exception {
        SocketAgent agent = new SocketAgent();
        client.connect(options)
                .map(agent::over)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, SECONDS);
        return agent;
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).untilAsserted(assertion);
    }
}
