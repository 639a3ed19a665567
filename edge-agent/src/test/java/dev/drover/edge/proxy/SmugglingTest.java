package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two parsers could read differently is refused; what is not reaches the region as the same one request. */
class SmugglingTest {

    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String CHUNKED = "5\r\nhello\r\n0\r\n\r\n";

    private static TestEdge edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new TestEdge();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    @BeforeEach
    void forget() {
        edge.east.seen.clear();
        edge.west.seen.clear();
    }

    static Stream<Arguments> doubtfulLengths() {
        return Stream.of(
                argumentSet("both framings", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", CHUNKED)),
                argumentSet(
                        "both framings, turned", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", CHUNKED)),
                argumentSet(
                        "both framings, a length of zero",
                        post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", CHUNKED)),
                argumentSet("two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")),
                argumentSet("two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")),
                argumentSet("a list of lengths", post("Content-Length: 5, 5\r\n", "hello")),
                argumentSet("a length with a sign", post("Content-Length: +5\r\n", "hello")),
                argumentSet("a negative length", post("Content-Length: -1\r\n", "hello")),
                argumentSet("a length in hexadecimal", post("Content-Length: 0x5\r\n", "hello")),
                argumentSet("a length with an underscore", post("Content-Length: 5_0\r\n", "hello")),
                argumentSet("a length in other digits", post("Content-Length: \u00d9\u00a5\r\n", "hello")),
                argumentSet("a length with a blank within", post("Content-Length: 5 5\r\n", "hello")),
                argumentSet("an empty length", post("Content-Length: \r\n", "hello")),
                argumentSet("a length beyond all bounds", post("Content-Length: 99999999999999999999\r\n", "hello")),
                argumentSet("a fractional length", post("Content-Length: 5.0\r\n", "hello")));
    }

    static Stream<Arguments> doubtfulCodings() {
        return Stream.of(
                argumentSet("an unknown coding", post("Transfer-Encoding: xchunked\r\n", CHUNKED)),
                argumentSet("two codings in one", post("Transfer-Encoding: gzip, chunked\r\n", CHUNKED)),
                argumentSet(
                        "two codings in two",
                        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", CHUNKED)),
                argumentSet("chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", CHUNKED)),
                argumentSet("chunked and not last", post("Transfer-Encoding: chunked, identity\r\n", CHUNKED)),
                argumentSet("a quoted coding", post("Transfer-Encoding: \"chunked\"\r\n", CHUNKED)),
                argumentSet("a coding with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", CHUNKED)),
                argumentSet("a coding with a control character", post("Transfer-Encoding: \u000bchunked\r\n", CHUNKED)),
                argumentSet("an empty coding", post("Transfer-Encoding: \r\n", CHUNKED)));
    }

    static Stream<Arguments> doubtfulHeaders() {
        return Stream.of(
                argumentSet("a blank before the colon", post("Transfer-Encoding : chunked\r\n", CHUNKED)),
                argumentSet("a tab before the colon", post("Content-Length\t: 5\r\n", "hello")),
                argumentSet("a name with a control character", post("Transfer\u0000-Encoding: chunked\r\n", CHUNKED)),
                argumentSet("a folded coding", post("Transfer-Encoding:\r\n chunked\r\n", CHUNKED)),
                argumentSet("a folded header", post("X-Long: a\r\n b\r\nContent-Length: 5\r\n", "hello")),
                argumentSet("a first line that is folded", "GET / HTTP/1.1\r\n Host: x\r\n\r\n" + HIDDEN),
                argumentSet("a header without a colon", post("Content-Length 5\r\n", "hello")),
                argumentSet("a header without a name", post(": 5\r\n", "hello")),
                argumentSet("an LF alone", "GET / HTTP/1.1\nHost: x\n\n" + HIDDEN),
                argumentSet("an LF alone in a header", post("X: a\nTransfer-Encoding: chunked\r\n", CHUNKED)),
                argumentSet("a CR alone in a header", post("X: a\rTransfer-Encoding: chunked\r\n", CHUNKED)),
                argumentSet("two CRs at the end of a line", "GET / HTTP/1.1\r\r\nHost: x\r\n\r\n" + HIDDEN),
                argumentSet("a NUL in a header", post("X: a\u0000b\r\nContent-Length: 5\r\n", "hello")),
                argumentSet("a form feed in a header", post("X: a\u000cb\r\nContent-Length: 5\r\n", "hello")));
    }

    static Stream<Arguments> doubtfulLines() {
        return Stream.of(
                argumentSet("a NUL before the request", "\u0000GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("blanks before the request", " GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("two blanks in the request line", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("tabs in the request line", "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a blank at the end of the request line", "GET / HTTP/1.1 \r\nHost: x\r\n\r\n"),
                argumentSet("a target with a blank", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a target that is not ASCII", "GET /caf\u00c3\u00a9 HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a target that is no path", "GET hidden HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a target with a user", "GET http://a@b/ HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a target whose host is none", "GET http://x\";for=6.6.6.6/ HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("a method that is no token", "GE(T / HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("no version", "GET /\r\nHost: x\r\n\r\n"),
                argumentSet("another version", "GET / HTTP/1.2\r\nHost: x\r\n\r\n"),
                argumentSet("a version of one digit more", "GET / HTTP/1.10\r\nHost: x\r\n\r\n"),
                argumentSet("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                argumentSet("no host", "GET / HTTP/1.1\r\n\r\n"),
                argumentSet("two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
                argumentSet("a host that is none", "GET / HTTP/1.1\r\nHost: x/../y\r\n\r\n"),
                argumentSet(
                        "chunks of an old client",
                        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED + HIDDEN),
                argumentSet(
                        "both framings of an old client",
                        "POST / HTTP/1.0\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED),
                argumentSet(
                        "a body by an old handshake",
                        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key1: 1 2\r\nSec-WebSocket-Key2: 3 4\r\n\r\n12345678" + HIDDEN));
    }

    @ParameterizedTest
    @MethodSource({"doubtfulLengths", "doubtfulCodings", "doubtfulHeaders", "doubtfulLines"})
    void doubtfulRequestIsRefusedAndNothingBehindItIsRead(String payload) throws Exception {
        String heard = exchange(payload);

        assertThat(heard).startsWith("HTTP/1.").containsPattern("^HTTP/1\\.[01] 4\\d\\d ");
        assertThat(heard.split("HTTP/1\\.[01] \\d\\d\\d ", -1)).hasSize(2);
        assertThat(edge.east.seen).isEmpty();
        assertThat(edge.west.seen).isEmpty();
    }

    static Stream<Arguments> brokenBodies() {
        return Stream.of(
                argumentSet("no size", "\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a size that is no number", "g\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a negative size", "-5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a size with a prefix", "0x5\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a size that overflows", "100000005\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a size that ends in an LF", "5\nhello\r\n0\r\n\r\n"),
                argumentSet("an extension with an LF", "5;a\nb\r\nhello\r\n0\r\n\r\n"),
                argumentSet("an extension with a quoted LF", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n"),
                argumentSet("a chunk that is longer than its size", "5\r\nhello!\r\n0\r\n\r\n"),
                argumentSet("a chunk that ends in an LF", "5\r\nhello\n0\r\n\r\n"),
                argumentSet("a last chunk that ends in an LF", "5\r\nhello\r\n0\r\n\n"));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void brokenBodyEndsTheConnectionAndTheRequestIsNeverWhole(String body) throws Exception {
        String heard = exchange(request("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n", body) + HIDDEN);

        assertThat(heard).isEmpty();
        assertThat(edge.east.seen).isEmpty();
        assertThat(edge.west.seen).isEmpty();
    }

    static Stream<Arguments> plain() {
        return Stream.of(
                argumentSet("a length", close("Content-Length: 5\r\n", "hello"), "hello"),
                argumentSet("a length with zeros before it", close("Content-Length: 0005\r\n", "hello"), "hello"),
                argumentSet("chunks", close("Transfer-Encoding: chunked\r\n", CHUNKED), "hello"),
                argumentSet("chunks in capitals", close("Transfer-Encoding: CHUNKED\r\n", CHUNKED), "hello"),
                argumentSet(
                        "a chunk with an extension",
                        close("Transfer-Encoding: chunked\r\n", "5;a=\"b\"\r\nhello\r\n0\r\n\r\n"),
                        "hello"),
                argumentSet(
                        "a trailer, which is dropped",
                        close("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\nContent-Length: 9\r\nX: 1\r\n\r\n"),
                        "hello"),
                argumentSet(
                        "a body that looks like a request",
                        close("Content-Length: " + HIDDEN.length() + "\r\n", HIDDEN),
                        HIDDEN),
                argumentSet(
                        "chunks that look like a request",
                        close(
                                "Transfer-Encoding: chunked\r\n",
                                Integer.toHexString(HIDDEN.length()) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n"),
                        HIDDEN),
                argumentSet(
                        "a Connection header that names the length",
                        close("Content-Length: 5\r\nConnection: content-length\r\n", "hello"),
                        "hello"),
                argumentSet(
                        "a Connection header that names the coding",
                        close("Transfer-Encoding: chunked\r\nConnection: transfer-encoding, host\r\n", CHUNKED),
                        "hello"),
                argumentSet(
                        "an empty line before the request", "\r\n" + close("Content-Length: 5\r\n", "hello"), "hello"));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void plainRequestReachesTheRegionAsOne(String payload, String body) throws Exception {
        String heard = exchange(payload);

        assertThat(heard).startsWith("HTTP/1.1 200");
        assertThat(edge.east.seen).hasSize(1);
        TestRegion.Seen seen = edge.east.seen.get(0);
        assertThat(List.of(seen.method(), seen.uri(), seen.body())).containsExactly("POST", "/target?a=b", body);
        assertThat(seen.headers().names().stream().filter("x"::equalsIgnoreCase))
                .isEmpty();
    }

    @Test
    void requestsThatFollowEachOtherStayApart() throws Exception {
        String first = request("POST /1 HTTP/1.1", "Content-Length: 5\r\n", "hello");
        String second = request("POST /2 HTTP/1.1", "Transfer-Encoding: chunked\r\n", CHUNKED);
        String third = request("GET /3 HTTP/1.1", "Connection: close\r\n", "");

        String heard = exchange(first + second + third + HIDDEN);

        assertThat(heard.split("HTTP/1.1 200", -1)).hasSize(4);
        assertThat(edge.east.seen).extracting(TestRegion.Seen::uri).containsExactly("/1", "/2", "/3");
    }

    @Test
    void requestBeforeADoubtfulOneIsStillAnswered() throws Exception {
        String heard = exchange(request("GET /1 HTTP/1.1", "", "") + post("Content-Length: +5\r\n", "hello"));

        assertThat(heard).contains("HTTP/1.1 200", "HTTP/1.1 400");
        assertThat(edge.east.seen).extracting(TestRegion.Seen::uri).containsExactly("/1");
    }

    private static String exchange(String payload) throws Exception {
        try (RawUser user = new RawUser(edge.port)) {
            user.say(payload);
            return user.hearAll();
        }
    }

    /** A request whose end is in doubt, and one that must not come out of it. */
    private static String post(String headers, String body) {
        return request("POST / HTTP/1.1", headers, body) + HIDDEN;
    }

    private static String close(String headers, String body) {
        return request("POST /target?a=b HTTP/1.1", "Connection: close\r\n" + headers, body);
    }

    private static String request(String line, String headers, String body) {
        return line + "\r\nHost: x\r\n" + headers + "\r\n" + body;
    }
}
