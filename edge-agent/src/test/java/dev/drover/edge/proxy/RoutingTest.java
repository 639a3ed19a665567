package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.slot.Owner;
import dev.drover.edge.proxy.TestEdge.Answer;
import dev.drover.edge.route.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutingTest {

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
    void userIsServedByTheOwnerOfTheSlot() throws Exception {
        Answer answer = edge.get("/page?a=1&b=%20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("east");
        assertThat(answer.headers().get("x-drover-region")).isEqualTo("east");
        assertThat(answer.headers().get("x-drover-slot")).isEqualTo("42");
        assertThat(answer.headers().contains("x-drover-retried")).isFalse();
        assertThat(edge.east.seen).extracting(TestRegion.Seen::uri).containsExactly("/page?a=1&b=%20");
        assertThat(edge.steering.told).containsExactly("east succeeded");
        assertThat(edge.steering.arrived).hasValue(1);
        assertThat(edge.counted("east", Outcome.ANSWERED)).isEqualTo(1);
    }

    @Test
    void userIsNamedByTheCookieFirst() throws Exception {
        edge.get("/", headers().add("Cookie", "other=1; user=ada; user=bob").add("x-user-key", "carl"));

        assertThat(edge.steering.keys).containsExactly("ada");
    }

    @Test
    void userIsNamedByTheHeaderIfThereIsNoCookie() throws Exception {
        edge.get("/", headers().add("Cookie", "xuser=1; user=").add("x-user-key", "carl"));

        assertThat(edge.steering.keys).containsExactly("carl");
        assertThat(edge.east.seen.get(0).headers().get("x-user-key")).isEqualTo("carl");
    }

    @Test
    void userIsNamedByTheAddressIfThereIsNeither() throws Exception {
        edge.get("/", headers().add("X-Forwarded-For", "6.6.6.6"));

        assertThat(edge.steering.keys).containsExactly("127.0.0.1");
    }

    @Test
    void originsOfARegionTakeTurns() throws Exception {
        URI first = edge.east.origin;
        URI second = edge.west.origin;
        edge.origins("east", first, second);

        List<String> bodies = List.of(
                edge.get("/").body(),
                edge.get("/").body(),
                edge.get("/").body(),
                edge.get("/").body());

        assertThat(bodies).containsExactlyInAnyOrder("east", "west", "east", "west");
    }

    @Test
    void shedUserGetsTheStaticPage() throws Exception {
        edge.steering.route = new Route(7, Owner.SHED, Owner.SHED);

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("come back");
        assertThat(answer.headers().get("x-drover-shed")).isEqualTo("1");
        assertThat(answer.headers().get("x-drover-slot")).isEqualTo("7");
        assertThat(answer.headers().get("cache-control")).isEqualTo("no-store");
        assertThat(answer.headers().get("content-type")).isEqualTo("text/plain");
        assertThat(edge.steering.told).containsExactly("user shed");
        assertThat(edge.counted("shed", Outcome.SHED)).isEqualTo(1);
    }

    @Test
    void shedUserWhoWouldChangeSomethingIsNotToldThatItIsDone() throws Exception {
        edge.steering.route = new Route(7, Owner.SHED, Owner.SHED);

        Answer answer = edge.send(HttpMethod.POST, "/order", headers(), "one book");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("retry-after")).isEqualTo("5");
        assertThat(answer.headers().get("x-drover-shed")).isEqualTo("1");
        assertThat(edge.get("/").status()).isEqualTo(200);
    }

    @Test
    void edgeWithoutAPolicyAsksToComeBack() throws Exception {
        edge.steering.ready = false;

        Answer answer = edge.get("/");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("retry-after")).isEqualTo("5");
        assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("no routing policy yet");
        assertThat(edge.steering.told).containsExactly("user failed");
        assertThat(edge.steering.arrived).hasValue(1);
    }

    @Test
    void closingLetsWhatIsInFlightEnd() throws Exception {
        var arrived = new CompletableFuture<HttpServerRequest>();
        edge.east.answer = arrived::complete;
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
            var request = arrived.get(5, TimeUnit.SECONDS);

            var closed = edge.proxy.close();
            request.response().end("at last");

            assertThat(user.hearAll()).contains("200 OK", "at last");
            closed.await(10, TimeUnit.SECONDS);
        }
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
