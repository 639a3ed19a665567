package dev.drover.edge.proxy;

import dev.drover.api.settings.RequestSettings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What names the user of a request: a cookie, else a header, else the client's address. */
final class UserKey {

    private UserKey() {}

    /** The key; empty values count as absent. A cookie's value is taken as it stands, quotes included. */
    static String of(HttpServerRequest request, RequestSettings settings) {
        String cookie = settings.userCookie().isEmpty() ? null : cookie(request, settings.userCookie());
        if (cookie != null && !cookie.isEmpty()) {
            return asSent(cookie);
        }
        String header = settings.userHeader().isEmpty() ? null : request.getHeader(settings.userHeader());
        if (header != null && !header.isEmpty()) {
            return asSent(header);
        }
        return request.remoteAddress().hostAddress();
    }

    private static @Nullable String cookie(HttpServerRequest request, String name) {
        String single = request.getHeader(HttpHeaders.COOKIE);
        if (single == null) {
            return null;
        }
        for (String header : request.headers().getAll(HttpHeaders.COOKIE)) {
            String value = cookie(header, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static @Nullable String cookie(String header, String name) {
        int from = 0;
        while (from < header.length()) {
            int semicolon = header.indexOf(';', from);
            int end = semicolon < 0 ? header.length() : semicolon;
            int start = skipBlanks(header, from, end);
            int equals = start + name.length();
            if (equals < end && header.charAt(equals) == '=' && header.startsWith(name, start)) {
                return header.substring(equals + 1, end).strip();
            }
            from = end + 1;
        }
        return null;
    }

    private static int skipBlanks(String text, int from, int end) {
        int start = from;
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    /** The parser reads a byte as a character; the slot is a hash of UTF-8, which is what was sent. */
    private static String asSent(String key) {
        boolean ascii = key.chars().allMatch(c -> c < 0x80);
        return ascii ? key : new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
