package dev.drover.controller.session;

import dev.drover.api.json.Json;
import dev.drover.api.session.ControllerMessage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link whose peer reads at once, or only when it is told to. */
final class FakeLink implements AgentLink {

    final List<ControllerMessage> sent = new ArrayList<>();
    int pings;
    int closeCode;
    String closeReason = "";
    boolean aborted;

    private boolean reads = true;
    private @Nullable Promise<Void> unread;

    @Override
    public Future<Void> send(String text) {
        sent.add(Json.readMessage(text, ControllerMessage.class));
        if (reads) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        unread = promise;
        return promise.future();
    }

    void stopsReading() {
        reads = false;
    }

    void readsAgain() {
        reads = true;
        Promise<Void> promise = unread;
        unread = null;
        if (promise != null) {
            promise.complete();
        }
    }

    List<Long> revisions() {
        return sent.stream()
                .filter(ControllerMessage.Policy.class::isInstance)
                .map(ControllerMessage.Policy.class::cast)
                .map(message -> message.policy().open().id().revision())
                .toList();
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
        closeReason = reason;
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
