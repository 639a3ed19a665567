package dev.drover.edge;

import dev.drover.api.json.Json;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A controller that greets and then says nothing more, pongs included, and keeps the connection: a vanished machine. */
final class SilentController {

    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");
    private static final int TEXT_FRAME = 0x81;

    private final NetServer server;

    SilentController(Vertx vertx) {
        server = Given.done(vertx.createNetServer().connectHandler(this::opened).listen(0, "127.0.0.1"));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private void opened(NetSocket socket) {
        socket.handler(first -> {
            Matcher key = KEY.matcher(first.toString());
            if (key.find()) {
                socket.handler(ignored -> {});
                String welcome = Json.write(new ControllerMessage.Welcome("silent", Given.CLUSTER));
                Buffer answer = Buffer.buffer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Protocol: " + Session.SUBPROTOCOL
                                + "\r\nSec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n")
                        .appendByte((byte) TEXT_FRAME)
                        .appendByte((byte) welcome.length())
                        .appendString(welcome);
                socket.write(answer).onFailure(e -> socket.close());
            }
        });
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
