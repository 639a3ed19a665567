package dev.drover.edge.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a parsed request must look like so that a region cannot read another one out of it. */
final class HeadRules {

    /** More digits do not fit a body that anybody sends. */
    private static final int LENGTH_DIGITS = 18;

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String NOT_IN_HOST = "\"#,/<>?@\\^`{|} ";

    private HeadRules() {}

    /** What is wrong with the request; null if nothing is. */
    static @Nullable String faultOf(HttpRequest request) {
        String fault = faultOfLine(request);
        if (fault == null) {
            fault = faultOfHost(request);
        }
        return fault == null ? faultOfFraming(request) : fault;
    }

    private static @Nullable String faultOfLine(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return "an HTTP version other than 1.0 and 1.1";
        }
        if (!request.method().name().chars().allMatch(HeadRules::isTokenCharacter)) {
            return "a method that is not a token";
        }
        String target = request.uri();
        if (target.startsWith("/") || target.equals("*")) {
            return null;
        }
        String host = Target.isAbsolute(target) ? Target.of(target, null).host() : null;
        return host != null && isHost(host) ? null : "a target that is neither a path nor an http URL";
    }

    private static @Nullable String faultOfHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1 || (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            return hosts.size() + " Host headers (expected: 1)";
        }
        return hosts.isEmpty() || isHost(hosts.get(0)) ? null : "a Host that is no host";
    }

    private static boolean isHost(String text) {
        return text.chars().allMatch(HeadRules::isHostCharacter);
    }

    private static @Nullable String faultOfFraming(HttpRequest request) {
        HttpHeaders headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        if (!codings.isEmpty()) {
            boolean plain = codings.size() == 1
                    && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0))
                    && lengths.isEmpty()
                    && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
            return plain ? null : "a Transfer-Encoding that is not exactly chunked, or not alone";
        }
        if (lengths.size() > 1 || (!lengths.isEmpty() && !isLength(lengths.get(0)))) {
            return "a Content-Length that is not one number";
        }
        // The parser takes eight bytes of body for this old handshake, though no length is given.
        return headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1) ? "a body without a length" : null;
    }

    private static boolean isLength(String text) {
        return !text.isEmpty() && text.length() <= LENGTH_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isTokenCharacter(int c) {
        return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isHostCharacter(int c) {
        return c > ' ' && c < 0x7f && NOT_IN_HOST.indexOf(c) < 0;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
