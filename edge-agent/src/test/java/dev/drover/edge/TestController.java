package dev.drover.edge;

import dev.drover.api.json.Json;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A controller's end of the sessions, as far as an agent sees it. */
public final class TestController {

    private final HttpServer server;
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<AgentMessage> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable SealedPolicy policy;
    private volatile boolean welcoming = true;

    public TestController(Vertx vertx) {
        HttpServerOptions options = new HttpServerOptions();
        options.addWebSocketSubProtocol(Session.SUBPROTOCOL);
        server = Given.done(
                vertx.createHttpServer(options).webSocketHandler(this::opened).listen(0, "127.0.0.1"));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private void opened(ServerWebSocket socket) {
        sockets.add(socket);
        socket.textMessageHandler(text -> heard(socket, Json.readMessage(text, AgentMessage.class)));
    }

    private void heard(ServerWebSocket socket, AgentMessage message) {
        heard.add(message);
        if (message instanceof AgentMessage.Hello && welcoming) {
            send(socket, Json.write(new ControllerMessage.Welcome("c1", Given.CLUSTER)));
            SealedPolicy newest = policy;
            if (newest != null) {
                send(socket, Json.write(new ControllerMessage.Policy(newest)));
            }
        }
    }

    private static void send(ServerWebSocket socket, String text) {
        socket.writeTextMessage(text).onFailure(e -> socket.close());
    }

    public void publish(SealedPolicy newest) {
        policy = newest;
        say(Json.write(new ControllerMessage.Policy(newest)));
    }

    public void say(String text) {
        sockets.stream().filter(socket -> !socket.isClosed()).forEach(socket -> send(socket, text));
    }

    /** Takes connections from now on, but does not greet them. */
    public void fallMute() {
        welcoming = false;
    }

    public void dropAll() {
        sockets.forEach(socket -> socket.close((short) Session.CLOSE_RESTART, "restart"));
        sockets.clear();
    }

    public <T extends AgentMessage> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public void stop() {
        dropAll();
        Given.done(server.close());
    }
}
