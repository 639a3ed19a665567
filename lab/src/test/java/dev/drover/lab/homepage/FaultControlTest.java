package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultControlTest {

    private static final String JSON = "content-type: application/json";

    private static Vertx vertx;
    private static Homepage homepage;

    private RawConnection connection;

    @BeforeAll
    static void openRegion() throws Exception {
        vertx = Vertx.vertx();
        homepage = Homepage.start(vertx, HomepageConfig.of(RegionId.of("eu-west-1"), 500))
                .await(10, TimeUnit.SECONDS);
    }

    @AfterAll
    static void closeRegion() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @BeforeEach
    void connect() throws Exception {
        connection = new RawConnection(homepage.controlPort());
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        homepage.faults().heal().await(5, TimeUnit.SECONDS);
    }

    private RawConnection.Answer post(String body) throws Exception {
        connection.send("POST", "/faults", body, JSON);
        return connection.read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"slow\",\"delayMs\":300,\"percent\":30}",
                "{\"mode\":\"failing\",\"percent\":100}",
                "{\"mode\":\"hollow\"}",
                "{\"mode\":\"dark\"}",
                "{\"mode\":\"black_hole\"}",
                "{\"mode\":\"none\"}"
            })
    void everyFaultIsSwitchedOnShownAndHealed(String fault) throws Exception {
        assertThat(post(fault).status()).isEqualTo(200);
        assertThat(connection.get("/faults").body()).isEqualTo(fault);
        assertThat(Json.write(homepage.faults().current())).isEqualTo(fault);

        connection.send("DELETE", "/faults", "");
        assertThat(connection.read().body()).isEqualTo("{\"mode\":\"none\"}");
        assertThat(homepage.faults().current()).isEqualTo(new Fault.None());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\":\"slow\",\"delayMs\":300,\"percent\":130} | percent: 130",
                "{\"mode\":\"slow\",\"percent\":30} | /delayMs",
                "{\"mode\":\"hollow\",\"percent\":30} | percent",
                "{\"mode\":\"sleepy\"} | sleepy",
                "{\"mode\":\"hollow\"} {} | ",
                "{ | ",
                "null | "
            })
    void whatIsNoFaultIsRefusedAndChangesNothing(String body, String named) throws Exception {
        RawConnection.Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(named == null ? "detail" : named).doesNotContain("dev.drover.lab");
        assertThat(homepage.faults().current()).isEqualTo(new Fault.None());
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        assertThat(post("").status()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        assertThat(post("{\"mode\":\"" + "x".repeat(FaultControl.MAX_BODY_BYTES) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatABrowserCouldSendByItselfIsRefused() throws Exception {
        connection.send("POST", "/faults", "{\"mode\":\"dark\"}", "content-type: text/plain");

        assertThat(connection.read().status()).isEqualTo(415);
        assertThat(homepage.faults().current()).isEqualTo(new Fault.None());
    }

    @Test
    void theLoadIsShown() throws Exception {
        assertThat(Json.readTree(connection.get("/load").body()).get("region").asText())
                .isEqualTo("eu-west-1");
        assertThat(connection.get("/elsewhere").status()).isEqualTo(404);
    }
}
