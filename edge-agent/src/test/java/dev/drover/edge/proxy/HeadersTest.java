package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.edge.proxy.TestEdge.Answer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static final Iterable<String> COOKIES = List.of("a=1", "b=2");

    /** The bytes of UTF-8, one a character. */
    private static final String SENT = "caf\u00c3\u00a9";

    private TestEdge edge;

    @BeforeEach
    void open() throws Exception {
        edge = new TestEdge();
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    @Test
    void regionLearnsWhoAskedFromTheEdgeOnly() throws Exception {
        edge.get(
                "/",
                headers()
                        .add("X-Forwarded-For", "6.6.6.6")
                        .add("X-Forwarded-Proto", "https")
                        .add("X-Forwarded-Port", "1")
                        .add("X-Real-IP", "6.6.6.6")
                        .add("Forwarded", "for=6.6.6.6")
                        .add("X-User-Role", "admin")
                        .add("X-Drover-Region", "mars"));

        MultiMap seen = edge.east.seen.get(0).headers();
        assertThat(seen.getAll("x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(seen.getAll("x-real-ip")).containsExactly("127.0.0.1");
        assertThat(seen.getAll("x-forwarded-proto")).containsExactly("http");
        assertThat(seen.getAll("x-forwarded-host")).containsExactly("127.0.0.1:" + edge.port);
        assertThat(seen.getAll("forwarded"))
                .containsExactly("for=127.0.0.1;host=\"127.0.0.1:" + edge.port + "\";proto=http");
        assertThat(seen.getAll("host")).containsExactly(edge.east.origin.getAuthority());
        assertThat(seen.names()).doesNotContain("X-Forwarded-Port", "X-User-Role", "X-Drover-Region");
    }

    @Test
    void headersOfOneConnectionGoNoFurtherThanIt() throws Exception {
        edge.get(
                "/",
                headers()
                        .add("Connection", "keep-alive, X-Secret , te")
                        .add("X-Secret", "1")
                        .add("Keep-Alive", "timeout=5")
                        .add("TE", "trailers")
                        .add("Trailer", "X-Sum")
                        .add("Upgrade", "h2c")
                        .add("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA")
                        .add("Proxy-Authorization", "Basic eA==")
                        .add("Proxy-Connection", "keep-alive")
                        .add("Accept", "text/html"));

        MultiMap seen = edge.east.seen.get(0).headers();
        assertThat(seen.get("accept")).isEqualTo("text/html");
        assertThat(seen.get("via")).isEqualTo("1.1 drover");
        assertThat(seen.names().stream().map(String::toLowerCase))
                .doesNotContain(
                        "connection",
                        "x-secret",
                        "keep-alive",
                        "te",
                        "trailer",
                        "upgrade",
                        "http2-settings",
                        "proxy-authorization",
                        "proxy-connection");
    }

    @Test
    void answerLosesWhatIsOfItsConnectionAndKeepsTheRest() throws Exception {
        edge.east.answer = request -> {
            request.response()
                    .putHeader("Connection", "X-Inner")
                    .putHeader("X-Inner", "1")
                    .putHeader("Keep-Alive", "timeout=5")
                    .putHeader("Proxy-Authenticate", "Basic")
                    .putHeader("X-Drover-Region", "mars")
                    .putHeader("Set-Cookie", COOKIES)
                    .putHeader("Via", "1.1 inner")
                    .putHeader("ETag", "\"x\"")
                    .end("east");
        };

        Answer answer = edge.get("/");

        assertThat(answer.headers().names().stream().map(String::toLowerCase))
                .doesNotContain("connection", "x-inner", "keep-alive", "proxy-authenticate");
        assertThat(answer.headers().getAll("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().getAll("via")).containsExactly("1.1 inner", "1.1 drover");
        assertThat(answer.headers().getAll("x-drover-region")).containsExactly("east");
        assertThat(answer.headers().get("etag")).isEqualTo("\"x\"");
    }

    @Test
    void bytesBeyondAsciiInHeadersArriveAsTheyWereSent() throws Exception {
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET / HTTP/1.1\r\nHost: x\r\nX-Name: " + SENT + "\r\nCookie: user=" + SENT
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(user.hearAll()).startsWith("HTTP/1.1 200");
        }

        assertThat(edge.east.seen.get(0).headers().get("x-name")).isEqualTo(SENT);
        assertThat(edge.steering.keys).containsExactly("caf\u00e9");
    }

    @Test
    void urlAsATargetNamesTheHostAndThePath() throws Exception {
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET http://shop.example/cart?x=1 HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n");
            assertThat(user.hearAll()).startsWith("HTTP/1.1 200");
        }

        assertThat(edge.east.seen.get(0).uri()).isEqualTo("/cart?x=1");
        assertThat(edge.east.seen.get(0).headers().get("x-forwarded-host")).isEqualTo("shop.example");
        assertThat(edge.east.seen.get(0).headers().get("host")).isEqualTo(edge.east.origin.getAuthority());
    }

    @Test
    void headAnswerHasTheLengthAndNoBody() throws Exception {
        edge.east.answer = request ->
                request.response().putHeader("Content-Length", "12345").end();

        try (RawUser user = new RawUser(edge.port)) {
            user.say("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearUntil("\r\n\r\n").toLowerCase(Locale.ROOT)).contains("content-length: 12345");
            user.say("HEAD /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(user.hearAll()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
        assertThat(edge.east.seen).extracting(TestRegion.Seen::uri).containsExactly("/a", "/b");
    }

    @Test
    void answersWithoutABodyEndWithTheirHead() throws Exception {
        edge.east.answer = request -> request.response()
                .setStatusCode(Integer.parseInt(request.uri().substring(1)))
                .end();

        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET /204 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearUntil("\r\n\r\n").toLowerCase(Locale.ROOT))
                    .startsWith("http/1.1 204")
                    .doesNotContain("content-length", "transfer-encoding");
            user.say("GET /304 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearUntil("\r\n\r\n").toLowerCase(Locale.ROOT))
                    .startsWith("http/1.1 304")
                    .doesNotContain("transfer-encoding");
            user.say("GET /200 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(user.hearAll().toLowerCase(Locale.ROOT))
                    .startsWith("http/1.1 200")
                    .contains("content-length: 0");
        }
    }

    @Test
    void oldClientGetsAnAnswerThatEndsWithTheConnection() throws Exception {
        edge.east.answer = request -> {
            request.response().setChunked(true).write("one ");
            request.response().end("two");
        };

        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(user.hearAll()).startsWith("HTTP/1.0 200").endsWith("\r\n\r\none two");
            assertThat(user.wasReset()).isFalse();
        }
    }

    @Test
    void userIsAskedForTheBodyOnceTheRegionIsThere() throws Exception {
        try (RawUser user = new RawUser(edge.port)) {
            user.say("POST /order HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(user.hearUntil("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            user.say("book");
            assertThat(user.hearUntil("east")).startsWith("HTTP/1.1 200");
        }

        assertThat(edge.east.seen).extracting(TestRegion.Seen::body).containsExactly("book");
        assertThat(edge.east.seen.get(0).headers().contains("expect")).isFalse();
    }

    @Test
    void userWhoIsNotAskedForTheBodyMayNotSendSomethingElse() throws Exception {
        edge.steering.ready = false;
        try (RawUser user = new RawUser(edge.port)) {
            user.say("POST /order HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(user.hearAll()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    void whatDoesNotGoToARegionIsRefused() throws Exception {
        assertThat(edge.send(HttpMethod.TRACE, "/").status()).isEqualTo(405);
        assertThat(edge.get("/", headers().add("Expect", "a miracle")).status()).isEqualTo(417);
        assertThat(edge.get("/" + "x".repeat(9_000)).status()).isEqualTo(414);
        assertThat(edge.get("/", headers().add("X-Much", "x".repeat(17_000))).status())
                .isEqualTo(431);
        assertThat(edge.east.seen).isEmpty();
        assertThat(edge.steering.arrived).hasValue(0);
        assertThat(edge.counted("none", Outcome.REFUSED)).isEqualTo(4);
    }

    @Test
    void regionWithAHugeHeadIsAtFault() throws Exception {
        edge.east.answer = request ->
                request.response().putHeader("X-Much", "x".repeat(33_000)).end();

        assertThat(edge.get("/").body()).isEqualTo("west");
    }

    @Test
    void upgradeIsIgnored() throws Exception {
        Answer answer = edge.get(
                "/chat",
                headers()
                        .add("Connection", "Upgrade")
                        .add("Upgrade", "websocket")
                        .add("Sec-WebSocket-Version", "13")
                        .add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(edge.east.seen.get(0).headers().contains("upgrade")).isFalse();
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
