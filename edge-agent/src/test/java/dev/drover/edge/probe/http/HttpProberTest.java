package dev.drover.edge.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.ContentCheck;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.edge.probe.ProbeResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProberTest {

    private static final RegionId EAST = RegionId.of("east");
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final ContentCheck NO_CHECK = new ContentCheck("", 0);

    private final List<HttpServerRequest> seen = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final HttpProber prober = new HttpProber(vertx);
    private Handler<HttpServerRequest> answer = request -> request.response().end("fine");
    private URI origin;

    @BeforeEach
    void open() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::onRequest)
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS);
        origin = URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void servingRegionIsFine() throws Exception {
        ProbeResult result = probe(LONG, NO_CHECK);

        assertThat(result.ok()).isTrue();
        assertThat(result.fault()).isNull();
        assertThat(result.latencyMillis()).isBetween(0, 5_000);
        assertThat(seen).extracting(HttpServerRequest::uri).containsExactly("/health?deep=1");
        assertThat(seen.get(0).getHeader("user-agent")).isEqualTo("drover-probe");
    }

    @ParameterizedTest
    @CsvSource({"204,true", "302,false", "404,false", "429,false", "500,false", "503,false"})
    void onlyA2xxIsFine(int status, boolean fine) throws Exception {
        answer = request -> request.response()
                .setStatusCode(status)
                .putHeader("Location", "/elsewhere")
                .end();

        ProbeResult result = probe(LONG, NO_CHECK);

        assertThat(result.ok()).isEqualTo(fine);
        assertThat(result.fault()).isEqualTo(fine ? null : "status " + status);
        assertThat(seen).hasSize(1);
    }

    @Test
    void closedPortIsRefused() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            origin = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertThat(probe(LONG, NO_CHECK).fault()).isEqualTo("refused");
    }

    @Test
    void blackHoleTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            origin = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            ProbeResult result = probe(SHORT, NO_CHECK);

            assertThat(result.fault()).isEqualTo("timed out");
            assertThat(result.latencyMillis()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void answerThatNeverEndsTimesOut() throws Exception {
        answer = request -> request.response().setChunked(true).write("half");

        assertThat(probe(SHORT, NO_CHECK).fault()).isEqualTo("timed out");
    }

    @Test
    void manyBlackHoleProbesDoNotStandInTheWayOfTheNext() throws Exception {
        answer = request -> {};
        for (int i = 0; i < HttpProber.CONNECTIONS_PER_ORIGIN * 2; i++) {
            var unused = prober.probe(EAST, List.of(origin), settings(NO_CHECK), SHORT);
        }
        assertThat(probe(SHORT, NO_CHECK).fault()).isEqualTo("timed out");

        answer = request -> request.response().end("fine");

        assertThat(probe(LONG, NO_CHECK).ok()).isTrue();
    }

    @Test
    void closedConnectionIsAFault() throws Exception {
        answer = request -> request.connection().close();

        assertThat(probe(LONG, NO_CHECK).fault()).isEqualTo("connection closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rows\":[1,2,3,4,5]} | /rows | ",
                "{\"rows\":[1]} | /rows | hollow: /rows has 1 (expected: 5 or more)",
                "{\"rows\":{}} | /rows | hollow: /rows has 0 (expected: 5 or more)",
                "{\"a\":{\"b\":5}} | /a/b | ",
                "{\"a\":{\"b\":4.5}} | /a/b | hollow: /a/b is 4.5 (expected: 5 or more)",
                "{\"rows\":\"many\"} | /rows | hollow: /rows is string (expected: 5 or more)",
                "{} | /rows | hollow: /rows is missing (expected: 5 or more)",
                "[1,2] | '' | hollow: the answer has 2 (expected: 5 or more)",
                "<html></html> | /rows | hollow: not JSON",
                "'' | /rows | hollow: not JSON"
            })
    void hollowAnswerIsAFault(String body, String pointer, String fault) throws Exception {
        answer = request -> request.response().end(body);

        ProbeResult result = probe(LONG, new ContentCheck(pointer, 5));

        assertThat(result.fault()).isEqualTo(fault);
        assertThat(result.ok()).isEqualTo(fault == null);
    }

    @Test
    void hugeAnswerIsReadNoFurtherThanAllowed() throws Exception {
        answer = request -> request.response().end("[" + "1,".repeat(Probe.BODY_BYTES) + "1]");

        assertThat(probe(LONG, NO_CHECK).ok()).isTrue();
        assertThat(probe(LONG, new ContentCheck("", 1)).fault()).isEqualTo("answer over 64 KiB");
    }

    @Test
    void answerThatIsNoHttpIsAFault() throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            origin = URI.create("http://127.0.0.1:" + odd.getLocalPort());
            var result = prober.probe(EAST, List.of(origin), settings(NO_CHECK), LONG);
            try (var socket = odd.accept()) {
                // Whoever speaks before it is asked is cut off as well, but may be told so in other words.
                assertThat(socket.getInputStream().read()).isEqualTo('G');
                socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(result.await(5, TimeUnit.SECONDS).fault()).isEqualTo("unreadable answer");
            }
        }
    }

    @Test
    void originsTakeTurnsAndEachProbeHasAConnectionOfItsOwn() throws Exception {
        Set<Object> connections = ConcurrentHashMap.newKeySet();
        answer = request -> {
            connections.add(request.connection());
            request.response().end();
        };
        URI alias = URI.create(origin.toString().replace("127.0.0.1", "localhost"));

        for (int i = 0; i < 4; i++) {
            assertThat(prober.probe(EAST, List.of(origin, alias), settings(NO_CHECK), LONG)
                            .await(5, TimeUnit.SECONDS)
                            .ok())
                    .isTrue();
        }

        assertThat(seen.stream().map(request -> request.getHeader("host")))
                .containsExactlyInAnyOrder(
                        origin.getAuthority(), alias.getAuthority(), origin.getAuthority(), alias.getAuthority());
        assertThat(connections).hasSize(4);
    }

    @Test
    void regionWithoutOriginsIsNotFine() throws Exception {
        assertThat(prober.probe(EAST, List.of(), settings(NO_CHECK), LONG)
                        .await(5, TimeUnit.SECONDS)
                        .fault())
                .isEqualTo("no origin");
    }

    @Test
    void timeoutsThatChangeOftenLeaveNoClientsBehind() throws Exception {
        for (int millis = 1_000; millis < 1_010; millis++) {
            assertThat(probe(Duration.ofMillis(millis), NO_CHECK).ok()).isTrue();
        }

        prober.close().await(5, TimeUnit.SECONDS);
    }

    private ProbeResult probe(Duration timeout, ContentCheck check) throws Exception {
        return prober.probe(EAST, List.of(origin), settings(check), timeout).await(10, TimeUnit.SECONDS);
    }

    private static ProbeSettings settings(ContentCheck check) {
        return new ProbeSettings("/health?deep=1", LONG, 0.1, LONG, LONG, LONG, check);
    }

    private void onRequest(HttpServerRequest request) {
        seen.add(request);
        answer.handle(request);
    }
}
