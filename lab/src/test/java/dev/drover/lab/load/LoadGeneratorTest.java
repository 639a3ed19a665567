package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("realtime")
class LoadGeneratorTest {

    private static final String PAGE = "{\"rows\":[{\"row\":\"new\"}]}";
    private static final Population USERS = new Population(50, Popularity.UNIFORM, 1);
    private static final Limits SHORT = new Limits(Duration.ofMillis(1_500), 1_000, 200);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> cookies = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int requests;

    @BeforeEach
    void open() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    /** Ten answers, over and over. */
    private void answer(HttpServerRequest request) {
        cookies.add(String.valueOf(request.getHeader("cookie")));
        HttpServerResponse response = request.response();
        switch (requests++ % 10) {
            case 0 -> response.setStatusCode(503).end();
            case 1 -> response.setStatusCode(404).end();
            case 2 -> response.end("{\"rows\":[]}");
            case 3 -> response.putHeader("x-drover-shed", "1").end("<html>static</html>");
            case 4 -> {
                response.putHeader("content-length", "1000").write("{\"rows\":[");
                request.connection().close();
            }
            case 5 -> request.connection().close();
            case 6 ->
                response.putHeader("x-drover-retried", "1")
                        .putHeader("x-drover-region", "us-east-1")
                        .end(PAGE);
            case 7 -> response.end("not a page");
            case 8 -> cookies.add("never answered");
            default -> response.putHeader("x-drover-region", "eu-west-1").end(PAGE);
        }
    }

    private URI target(int port) {
        return URI.create("http://127.0.0.1:" + port + "/?page=1");
    }

    private LoadGenerator start(int port, Arrivals arrivals) throws Exception {
        return LoadGenerator.start(vertx, new LoadConfig(target(port), arrivals, USERS, SHORT))
                .await(5, TimeUnit.SECONDS);
    }

    @Test
    void everyRequestIsCountedAsWhatBecameOfIt() throws Exception {
        Arrivals hundred = Arrivals.constant(100).lasting(Duration.ofMillis(1_001));

        LoadSnapshot seen = start(server.actualPort(), hundred).finished().await(10, TimeUnit.SECONDS);

        assertThat(seen.total()).isEqualTo(100);
        assertThat(seen.inFlight()).isZero();
        assertThat(seen.ok()).isEqualTo(20);
        assertThat(seen.shed()).isEqualTo(10);
        assertThat(seen.retried()).isEqualTo(10);
        assertThat(seen.regions()).containsEntry("eu-west-1", 10L).containsEntry("us-east-1", 10L);
        assertThat(seen.failed(FailureKind.SERVER_ERROR)).isEqualTo(10);
        assertThat(seen.failed(FailureKind.UNEXPECTED_STATUS)).isEqualTo(10);
        assertThat(seen.failed(FailureKind.HOLLOW)).isEqualTo(10);
        assertThat(seen.failed(FailureKind.TRUNCATED)).isEqualTo(20);
        assertThat(seen.failed(FailureKind.RESET)).isEqualTo(10);
        assertThat(seen.failed(FailureKind.TIMEOUT)).isEqualTo(10);
        assertThat(seen.failed()).isEqualTo(70);
        assertThat(seen.latencies().count()).isEqualTo(30);
        assertThat(cookies)
                .filteredOn(cookie -> cookie.matches("drover-user=user-[0-9]+"))
                .hasSize(100);
    }

    @Test
    void withoutAServerEveryRequestFailsToConnect() throws Exception {
        int port = server.actualPort();
        server.close().await(5, TimeUnit.SECONDS);

        LoadSnapshot seen = start(port, Arrivals.constant(200).lasting(Duration.ofMillis(101)))
                .finished()
                .await(10, TimeUnit.SECONDS);

        assertThat(seen.failed(FailureKind.CONNECT)).isEqualTo(20).isEqualTo(seen.total());
        assertThat(seen.successRatio()).isZero();
        assertThat(seen.samples().get(0).detail()).contains("refused");
    }

    @Test
    void whenStoppedItSendsNoMoreAndWaitsForWhatIsInFlight() throws Exception {
        LoadGenerator generator = start(server.actualPort(), Arrivals.poisson(300, 3));
        await().until(() -> generator.snapshot().total() >= 60);

        LoadSnapshot last = generator.stop().await(10, TimeUnit.SECONDS);

        assertThat(last.inFlight()).isZero();
        assertThat(last.total()).isEqualTo(generator.snapshot().total()).isEqualTo(requests);
        assertThat(generator.stop().await(5, TimeUnit.SECONDS)).isSameAs(last);
    }

    @Test
    void afterAServerThatHeldEveryConnectionInSilenceRequestsSucceedAgain() throws Exception {
        Limits fewConnections = new Limits(Duration.ofMillis(300), 1_000, 3);
        LoadGenerator generator = LoadGenerator.start(
                        vertx, new LoadConfig(target(silentAtFirst(30)), Arrivals.constant(200), USERS, fewConnections))
                .await(5, TimeUnit.SECONDS);
        await().until(() -> generator.snapshot().ok() >= 100);

        LoadSnapshot before = generator.snapshot();
        await().until(() -> generator.snapshot().minus(before).ok() >= 50);
        LoadSnapshot last = generator.stop().await(10, TimeUnit.SECONDS);

        assertThat(last.failed(FailureKind.TIMEOUT)).isGreaterThanOrEqualTo(30);
        assertThat(last.failed()).isEqualTo(last.failed(FailureKind.TIMEOUT));
    }

    private int silentAtFirst(int unanswered) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    if (seen.incrementAndGet() > unanswered) {
                        request.response().end(PAGE);
                    }
                })
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS)
                .actualPort();
    }

    @Test
    void aTargetThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadConfig.of(URI.create("localhost:80"), Arrivals.constant(1), USERS))
                .withMessage("target: localhost:80 (expected: http://host:port/path)");
    }
}
