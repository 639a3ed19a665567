package dev.drover.controller.session.vertx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketLinkTest {

    private final Vertx vertx = Vertx.vertx();
    /** A field, because a client that nothing refers to any more closes its connections. */
    private final WebSocketClient client = vertx.createWebSocketClient();

    @AfterEach
    void stop() throws Exception {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    @Test
    void abortCutsTheConnectionAndBothEndsHearOfIt() throws Exception {
        Promise<Void> serverHeard = Promise.promise();
        Promise<Short> agentHeard = Promise.promise();
        HttpServer server = done(vertx.createHttpServer()
                .requestHandler(request -> abort(request, serverHeard))
                .listen(0, "127.0.0.1"));

        WebSocket agent = done(client.connect(server.actualPort(), "127.0.0.1", "/"));
        agent.closeHandler(closed -> agentHeard.tryComplete(agent.closeStatusCode()));
        agent.writeTextMessage("x");

        done(serverHeard.future());
        assertThat(done(agentHeard.future())).isEqualTo((short) 1006);
    }

    private void abort(HttpServerRequest request, Promise<Void> heard) {
        request.toWebSocket().onSuccess(socket -> {
            socket.closeHandler(heard::tryComplete);
            socket.textMessageHandler(text -> new WebSocketLink(vertx, socket).abort());
        });
    }
}
