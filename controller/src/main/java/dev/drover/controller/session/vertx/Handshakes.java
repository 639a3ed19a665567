package dev.drover.controller.session.vertx;

import dev.drover.api.session.Session;
import dev.drover.api.text.Printable;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request must be to become an agents' session. */
final class Handshakes {

    private static final String SUPPORTED_VERSION = "13";

    private Handshakes() {}

    /**
     * Checks the headers.
     *
     * @throws HandshakeException naming the header, its value and what was expected
     */
    static void check(MultiMap headers) {
        if (headers.contains(HttpHeaders.ORIGIN)) {
            throw new HandshakeException(
                    403, "Origin: present (expected: none; agents are not browsers, and browsers are not agents)");
        }
        require(headers, "Upgrade", "websocket");
        require(headers, "Connection", "upgrade");
        require(headers, "Sec-WebSocket-Protocol", Session.SUBPROTOCOL);
        require(headers, "Sec-WebSocket-Version", SUPPORTED_VERSION);
        if (!headers.contains("Sec-WebSocket-Key")) {
            throw new HandshakeException(400, "Sec-WebSocket-Key: absent (expected: a key)");
        }
    }

    private static void require(MultiMap headers, String name, String expected) {
        String value = headers.get(name);
        if (!names(value, expected)) {
            throw new HandshakeException(
                    400,
                    name + ": " + (value == null ? "absent" : "'" + Printable.excerpt(value) + "'") + " (expected: "
                            + expected + ")");
        }
    }

    private static boolean names(@Nullable String list, String expected) {
        return list != null
                && Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .anyMatch(expected::equals);
    }
}
