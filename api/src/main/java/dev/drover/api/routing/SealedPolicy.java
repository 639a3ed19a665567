package dev.drover.api.routing;

import dev.drover.api.json.Json;
import dev.drover.api.text.Printable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An edge's slice as it travels and as it lies on disk: the JSON text, and the hash of exactly that text.
 *
 * <p>The hash is over the text and not over the values, so that a reader that knows fewer fields than the writer can
 * still check it.
 *
 * @param sha256 of the body's UTF-8 bytes, 64 hex digits in lower case
 * @param body an {@link EdgePolicy} as JSON
 */
public record SealedPolicy(String sha256, String body) {

    /** The longest body, in characters: far above a slice of 20 regions, far below what would hurt an agent. */
    public static final int MAX_BODY_CHARACTERS = 256 * 1024;

    /** Writes a slice and seals it. */
    public static SealedPolicy seal(EdgePolicy policy) {
        String body = Json.write(policy);
        return new SealedPolicy(hash(body), body);
    }

    /**
     * Checks the hash and reads the slice.
     *
     * @throws IllegalArgumentException if the body is oversize, does not hash to {@code sha256}, or is not a whole and
     *     consistent slice; the message says which
     */
    public EdgePolicy open() {
        if (body.length() > MAX_BODY_CHARACTERS) {
            throw new IllegalArgumentException(
                    "policy: " + body.length() + " characters (expected: at most " + MAX_BODY_CHARACTERS + ")");
        }
        String actual = hash(body);
        if (!actual.equals(sha256)) {
            throw new IllegalArgumentException(
                    "policy hash: " + actual + " (expected: " + Printable.excerpt(sha256) + ")");
        }
        return Json.readMessage(body, EdgePolicy.class);
    }

    /** The SHA-256 of a text's UTF-8 bytes, as 64 hex digits in lower case. */
    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of some bytes, as 64 hex digits in lower case. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java runtime has SHA-256", e);
        }
    }
}
