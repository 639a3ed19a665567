package dev.drover.edge.proxy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The static answer to users whose slot is shed.
 *
 * @param contentType of the body, such as {@code text/html; charset=utf-8}
 * @param body at most 256 KiB
 */
public record ShedPage(String contentType, Buffer body) {

    /** It is sent from memory, to many at once. */
    public static final int MAX_BYTES = 256 * 1024;

    /** A page that asks to come back, for those who configure none. */
    public static final ShedPage PLAIN = new ShedPage(
            "text/html; charset=utf-8",
            Buffer.buffer(
                    """
                    <!doctype html>
                    <html lang="en"><head><meta charset="utf-8"><title>Very busy</title></head>
                    <body><h1>We are very busy</h1><p>Please come back in a few minutes.</p></body></html>
                    """
                            .getBytes(StandardCharsets.UTF_8)));

    /**
     * Checks the size, and copies the body.
     *
     * @throws IllegalArgumentException if the body is too large, or the type is blank or not printable
     */
    public ShedPage {
        if (contentType.isBlank() || contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("contentType: '" + contentType + "' (expected: printable ASCII)");
        }
        if (body.length() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "body: " + body.length() + " bytes (expected: " + MAX_BYTES + " at most)");
        }
        body = body.copy();
    }
}
