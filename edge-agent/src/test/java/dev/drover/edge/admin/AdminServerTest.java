package dev.drover.edge.admin;

import static dev.drover.edge.Given.AGENT;
import static dev.drover.edge.Given.HOMEPAGE;
import static dev.drover.edge.Given.T0;
import static dev.drover.edge.Given.done;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.json.Json;
import dev.drover.edge.AgentCore;
import dev.drover.edge.Now;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {

    private final Vertx vertx = Vertx.vertx();
    private final AgentCore core = new AgentCore(AGENT, HOMEPAGE, new SplittableRandom(1), 0);
    private final int port = done(new AdminServer(vertx, 0, core::status, () -> "drover_agent_ready 0\n").start());

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void agentWithoutPolicyIsHealthyAndNotReady() throws IOException, InterruptedException {
        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(503);

        assertThat(core.offered(policy(1, 1).sealed(), new Now(0, T0))).isNotNull();

        assertThat(send("GET", "/readyz").body()).isEqualTo("ready: epoch 1 revision 1\n");
    }

    @Test
    void statusIsJson() throws IOException, InterruptedException {
        assertThat(core.offered(policy(1, 1).sealed(), new Now(0, T0))).isNotNull();

        HttpResponse<String> answer = send("GET", "/status");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Json.readTree(answer.body()).at("/weights/us-east-1").asInt())
                .isEqualTo(4_000);
        assertThat(Json.readTree(answer.body()).at("/views/us-east-1").asText()).isEqualTo("GOOD");
    }

    @Test
    void metricsAreTheRegistrys() throws IOException, InterruptedException {
        assertThat(send("GET", "/metrics").body()).isEqualTo("drover_agent_ready 0\n");
    }

    @Test
    void otherPathsAndMethodsAreProblems() throws IOException, InterruptedException {
        assertThat(send("GET", "/secret").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/status").statusCode()).isEqualTo(405);
        assertThat(send("POST", "/status").headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
