package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.edge.proxy.TestEdge.Answer;
import dev.drover.edge.route.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final Duration NEVER = Duration.ofSeconds(30);

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
    void refusedRequestGoesToTheUnderstudy() throws Exception {
        edge.origins("east", TestEdge.nobody());

        assertRetried(edge.get("/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void gatewayErrorGoesToTheUnderstudy(int status) throws Exception {
        edge.east.answerStatus(status);

        assertRetried(edge.get("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
    void idempotentRequestThatIsHungUpOnGoesToTheUnderstudy(String method) throws Exception {
        edge.east.hangUp();

        Answer answer = edge.send(HttpMethod.valueOf(method), "/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(edge.west.seen).extracting(TestRegion.Seen::method).containsExactly(method);
    }

    @Test
    void silentRegionIsGivenUpAfterTheFirstByteTimeout() throws Exception {
        edge.steering.settings = FakeSteering.settings(LONG, SHORT);
        edge.east.swallow();

        assertRetried(edge.get("/"));
    }

    @Test
    void regionThatGivesNoConnectionIsGivenUpAfterTheConnectTimeout() throws Exception {
        edge.steering.settings = FakeSteering.settings(SHORT, LONG);
        try (ServerSocket full = new ServerSocket(0, 1)) {
            List<Socket> waiting = fill(full);
            edge.origins("east", URI.create("http://127.0.0.1:" + full.getLocalPort()));

            assertRetried(edge.get("/"));

            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void unknownRegionCountsAsFailed() throws Exception {
        edge.steering.origins.remove(RegionId.of("east"));

        Answer answer = edge.get("/");

        assertThat(answer.body()).isEqualTo("west");
        assertThat(edge.steering.told).containsExactly("west succeeded");
    }

    @Test
    void postIsNeverSentTwice() throws Exception {
        edge.east.hangUp();

        Answer answer = edge.send(HttpMethod.POST, "/order", MultiMap.caseInsensitiveMultiMap(), "one book");

        assertFailed(answer, 502, "east closed the connection");
        assertThat(edge.west.seen).isEmpty();
    }

    @Test
    void putWithABodyIsNeverSentTwice() throws Exception {
        edge.east.hangUp();

        Answer answer = edge.send(HttpMethod.PUT, "/order", MultiMap.caseInsensitiveMultiMap(), "one book");

        assertFailed(answer, 502, "east closed the connection");
        assertThat(edge.west.seen).isEmpty();
    }

    @Test
    void overloadedRegionThatSaysWhenToComeBackIsBelieved() throws Exception {
        edge.east.answer = request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "9")
                .end("busy");

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("retry-after")).isEqualTo("9");
        assertThat(answer.body()).isEqualTo("busy");
        assertThat(edge.steering.told).containsExactly("east refused");
    }

    @Test
    void nothingIsSentTwiceOnceTheBudgetIsEmpty() throws Exception {
        edge.steering.budget.set(0);
        edge.origins("east", TestEdge.nobody());

        Answer answer = edge.get("/");

        assertFailed(answer, 502, "east refused the connection");
        assertThat(edge.west.seen).isEmpty();
        assertThat(edge.registry
                        .counter("drover.proxy.retry", "outcome", "denied")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nothingIsSentThreeTimes() throws Exception {
        edge.steering.settings = FakeSteering.settings(LONG, SHORT);
        edge.east.hangUp();
        edge.west.swallow();

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.headers().get("x-drover-region")).isEqualTo("west");
        assertThat(answer.headers().get("x-drover-retried")).isEqualTo("1");
        assertThat(answer.body()).contains("west gave no answer within 150 ms");
        assertThat(edge.steering.told).containsExactly("east failed", "west failed", "user failed");
        assertThat(edge.steering.budget).hasValue(99);
    }

    @Test
    void errorOfTheUnderstudyIsHandedOnAsItIs() throws Exception {
        edge.east.answerStatus(503);
        edge.west.answerStatus(502);

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("west");
        assertThat(edge.steering.told).containsExactly("east failed", "west failed", "user failed");
    }

    @Test
    void slotWithoutAnUnderstudyIsNotRetried() throws Exception {
        edge.steering.route = new Route(1, Owner.parse("east"), Owner.SHED);
        edge.east.hangUp();

        assertFailed(edge.get("/"), 502, "east closed the connection");
        assertThat(edge.steering.budget).hasValue(100);
    }

    @Test
    void errorOfTheServiceIsNoFaultOfTheRegion() throws Exception {
        edge.east.answerStatus(500);

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(edge.steering.told).containsExactly("east succeeded", "user failed");
    }

    @Test
    void userWhoLeavesSaysNothingOfTheRegion() throws Exception {
        edge.east.swallow();
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            await().untilAsserted(() -> assertThat(edge.east.seen).hasSize(1));
        }

        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east abandoned"));
        assertThat(edge.counted("east", Outcome.ABANDONED)).isEqualTo(1);
        assertThat(edge.west.seen).isEmpty();
    }

    @Test
    void userWhoLeavesWithRequestsInARowSaysNothingOfTheRegion() throws Exception {
        edge.east.swallow();
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
            await().untilAsserted(() -> assertThat(edge.east.seen).hasSize(1));
            user.hangUp();
        }

        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east abandoned"));
    }

    @Test
    void moreRequestsThanMayWaitAreTheEdgesFault() throws Exception {
        edge.steering.route = new Route(1, Owner.parse("east"), Owner.SHED);
        edge.steering.settings = FakeSteering.settings(NEVER, NEVER);
        edge.east.swallow();
        int most = Upstreams.CONNECTIONS_PER_ORIGIN + Upstreams.WAITING_PER_ORIGIN;
        List<RawUser> users = new ArrayList<>();
        try {
            for (int i = 0; i <= most; i++) {
                users.add(new RawUser(edge.port));
                users.get(i).say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            await().until(() -> edge.counted("east", Outcome.FAILED) > 0);
            await().until(() -> edge.east.seen.size() == Upstreams.CONNECTIONS_PER_ORIGIN);
        } finally {
            for (RawUser user : users) {
                user.close();
            }
        }
        assertThat(edge.steering.told)
                .startsWith("east abandoned", "user failed")
                .doesNotContain("east failed");
    }

    @Test
    void connectionOfAnUnwantedErrorIsUsedAgain() throws Exception {
        var connections = ConcurrentHashMap.newKeySet();
        edge.east.answer = request -> {
            connections.add(request.connection());
            request.response().setStatusCode(503).end("no");
        };

        for (int i = 0; i < 5; i++) {
            assertThat(edge.get("/").body()).isEqualTo("west");
        }

        assertThat(connections).hasSize(1);
    }

    private void assertRetried(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("west");
        assertThat(answer.headers().get("x-drover-region")).isEqualTo("west");
        assertThat(answer.headers().get("x-drover-retried")).isEqualTo("1");
        assertThat(edge.steering.told).containsExactly("east failed", "west succeeded");
        assertThat(edge.steering.budget).hasValue(99);
        assertThat(edge.steering.arrived).hasValue(1);
    }

    private void assertFailed(Answer answer, int status, String detail) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains(detail);
        assertThat(edge.steering.told).containsExactly("east failed", "user failed");
        assertThat(edge.counted("east", Outcome.FAILED)).isEqualTo(1);
    }

    /** Connects until the kernel lets no more wait: whoever comes now gets no answer at all. */
    private static List<Socket> fill(ServerSocket server) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        while (true) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
            } catch (SocketTimeoutException full) {
                return waiting;
            }
        }
    }
}
