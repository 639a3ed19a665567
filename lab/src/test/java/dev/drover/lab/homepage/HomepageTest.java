package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("realtime")
class HomepageTest {

    private static Vertx vertx;

    private Homepage homepage;
    private RawConnection connection;

    @BeforeAll
    static void openVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        homepage = start("eu-west-1", 500);
        connection = new RawConnection(homepage.port());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        homepage.close().await(5, TimeUnit.SECONDS);
    }

    private static Homepage start(String region, double capacityRps) throws Exception {
        return Homepage.start(vertx, HomepageConfig.of(RegionId.of(region), capacityRps))
                .await(10, TimeUnit.SECONDS);
    }

    private RegionLoad load() throws Exception {
        return homepage.load().await(5, TimeUnit.SECONDS);
    }

    @Test
    void aPageIsFullOfRowsAndOfTheSizeOfAPage() throws Exception {
        RawConnection.Answer answer = connection.get("/", "cookie: drover-user=anna");

        JsonNode page = Json.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().length()).isBetween(4 * 1024, 8 * 1024);
        assertThat(page.get("user").asText()).isEqualTo("anna");
        assertThat(page.get("region").asText()).isEqualTo("eu-west-1");
        assertThat(page.get("rows")).hasSize(6).allSatisfy(row -> {
            assertThat(row.get("titles")).hasSize(20);
            assertThat(row.get("titles").get(0).get("title").asText()).isNotBlank();
        });
    }

    @Test
    void everyRegionBuildsTheSameRowsForAUserAndOthersForAnother() throws Exception {
        Homepage other = start("us-east-1", 900);
        try (RawConnection elsewhere = new RawConnection(other.port())) {
            List<String> here = titles(connection.get("/", "cookie: drover-user=anna"));
            List<String> there = titles(elsewhere.get("/", "cookie: drover-user=anna"));
            List<String> bert = titles(connection.get("/", "cookie: drover-user=bert"));

            assertThat(here).isEqualTo(there).isNotEqualTo(bert);
        } finally {
            other.close().await(5, TimeUnit.SECONDS);
        }
    }

    /** Without the fallback flags: on a busy machine a row may be late. */
    private static List<String> titles(RawConnection.Answer answer) {
        List<String> titles = new ArrayList<>();
        for (JsonNode row : Json.readTree(answer.body()).get("rows")) {
            titles.add(
                    row.get("fallback").asBoolean() ? "late" : row.get("titles").toString());
        }
        return titles;
    }

    @Test
    void theCookieNamesTheUserBeforeTheHeaderAndTheHeaderBeforeTheQuery() throws Exception {
        assertThat(user("/?user=q", "cookie: a=b; drover-user=c", "x-user-key: h"))
                .isEqualTo("c");
        assertThat(user("/?user=q", "x-user-key: h")).isEqualTo("h");
        assertThat(user("/?user=q")).isEqualTo("q");
        assertThat(user("/")).isEqualTo("anonymous");
    }

    private String user(String path, String... headers) throws Exception {
        return Json.readTree(connection.get(path, headers).body()).get("user").asText();
    }

    @Test
    void aKeyWithQuotesComesBackAsItWas() throws Exception {
        assertThat(user("/?user=%22%7D%5C%3Cb%3E")).isEqualTo("\"}\\<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%00", "a%0Ab"})
    void aKeyThatIsNobodysIsRefused(String key) throws Exception {
        RawConnection.Answer answer = connection.get("/?user=" + key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("user key", "expected: 1 to 128");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        assertThat(connection.get("/?user=" + "x".repeat(129)).status()).isEqualTo(400);
        assertThat(load().arrived()).isZero();
    }

    @Test
    void otherPathsAndMethodsAreRefusedWithAProblem() throws Exception {
        assertThat(connection.get("/nowhere").status()).isEqualTo(404);
        connection.send("POST", "/", "x");

        RawConnection.Answer answer = connection.read();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET");
    }

    @Test
    void aDeepProbeSeesRowsAndAShallowOneOnlyThatTheProcessIsUp() throws Exception {
        assertThat(Json.readTree(connection.get("/healthz/deep").body()).at("/rows"))
                .hasSize(6);
        assertThat(connection.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(load().arrived()).isZero();
        assertThat(load().probes()).isEqualTo(1);
    }

    @Test
    void beyondItsCapacityARegionRefusesWithRetryAfterAndStillAnswersItsProbes() throws Exception {
        Homepage small = start("tiny", 10);
        List<RawConnection> crowd = new ArrayList<>();
        try (RawConnection probe = new RawConnection(small.port())) {
            for (int i = 0; i < 60; i++) {
                crowd.add(new RawConnection(small.port()));
            }
            for (RawConnection user : crowd) {
                user.send("GET", "/", "");
            }
            RawConnection.Answer probed = probe.get("/healthz/deep");
            int served = 0;
            int refused = 0;
            for (RawConnection user : crowd) {
                RawConnection.Answer answer = user.read();
                served += answer.status() == 200 ? 1 : 0;
                refused += answer.status() == 503 && "1".equals(answer.headers().get("retry-after")) ? 1 : 0;
            }

            RegionLoad load = small.load().await(5, TimeUnit.SECONDS);
            assertThat(probed.status()).isEqualTo(200);
            assertThat(served + refused).isEqualTo(60);
            assertThat(refused).isPositive().isEqualTo((int) load.refused());
            assertThat(served).isGreaterThanOrEqualTo(5).isEqualTo((int) load.served());
            assertThat(load.arrived()).isEqualTo(60);
            assertThat(load.failed()).isZero();
        } finally {
            for (RawConnection user : crowd) {
                user.close();
            }
            small.close().await(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void aRegionWhoseControlPortIsTakenDoesNotStartAndLeavesNothingBehind() throws Exception {
        HomepageConfig config = HomepageConfig.of(RegionId.of("late"), 100);
        Homepage first = start("first", 100);
        int port = first.port();
        first.close().await(5, TimeUnit.SECONDS);

        assertThatThrownBy(() -> Homepage.start(vertx, config.onPorts(port, homepage.controlPort()))
                        .await(10, TimeUnit.SECONDS))
                .isInstanceOf(BindException.class);
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> new RawConnection(port)).isInstanceOf(ConnectException.class));
    }

    @Test
    void theLoadIsMeasuredAgainstTheCapacity() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(connection.get("/").status()).isEqualTo(200);
        }

        RegionLoad load = load();
        assertThat(load.served()).isEqualTo(20);
        assertThat(load.arrivingRps()).isPositive();
        assertThat(load.utilization()).isEqualTo(load.arrivingRps() / 500);
        assertThat(load.connections()).isEqualTo(1);
    }
}
