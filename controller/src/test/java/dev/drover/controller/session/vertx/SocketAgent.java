package dev.drover.controller.session.vertx;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The other end of a session: writes down what it is told. */
final class SocketAgent {

    final List<ControllerMessage> told = new CopyOnWriteArrayList<>();
    final List<Long> revisions = new CopyOnWriteArrayList<>();
    volatile @Nullable Short closeCode;
    volatile @Nullable String closeReason;
    private volatile @Nullable WebSocket socket;

    SocketAgent over(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(text -> hear(Json.readMessage(text, ControllerMessage.class)));
        opened.closeHandler(closed -> {
            closeReason = opened.closeReason();
            closeCode = opened.closeStatusCode();
        });
        return this;
    }

    private void hear(ControllerMessage message) {
        told.add(message);
        if (message instanceof ControllerMessage.Policy policy) {
            revisions.add(policy.policy().open().id().revision());
        }
    }

    WebSocket socket() {
        return Objects.requireNonNull(socket, "connected");
    }

    void say(AgentMessage message) throws Exception {
        say(Json.write(message));
    }

    void say(String text) throws Exception {
        written(socket().writeTextMessage(text));
    }

    static void written(Future<Void> write) throws Exception {
        write.toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }
}
