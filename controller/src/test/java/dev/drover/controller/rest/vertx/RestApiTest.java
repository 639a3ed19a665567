package dev.drover.controller.rest.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest extends RestScene {

    private static final String ORDER = "{\"region\":\"us-east-1\",\"reason\":\"drill\",\"author\":\"ann\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/status",
                "/v1/regions",
                "/v1/regions/us-east-1",
                "/v1/edges",
                "/v1/edges/fra",
                "/v1/agents",
                "/v1/contingencies",
                "/v1/routing-policies/current",
                "/v1/routing-policies/2",
                "/v1/evacuations",
            })
    void everyViewIsJsonThatNobodyKeepsOrSniffs(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(response).isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/status", "/v1/regions/us-east-1", "/v1/evacuations", "/healthz", "/metrics"})
    void headIsGetWithoutTheBody(String path) throws Exception {
        HttpResponse<String> head = send(to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @Test
    void listsAreObjectsWithItems() throws Exception {
        assertThat(json(get("/v1/regions")).at("/items/0/id").asText()).isEqualTo("us-east-1");
        assertThat(json(get("/v1/edges")).at("/items/0/weights/us-east-1").asInt())
                .isEqualTo(10_000);
        assertThat(json(get("/v1/agents")).at("/items/0/id").asText()).isEqualTo("fra/1");
    }

    @Test
    void policyIsShownWithItsCauses() throws Exception {
        assertThat(json(get("/v1/routing-policies/2")).at("/id/revision").asLong())
                .isEqualTo(2);
        assertThat(json(get("/v1/routing-policies/current"))
                        .at("/causes/0/kind")
                        .asText())
                .isEqualTo("bootstrapped");
    }

    @Test
    void evacuationIsCreatedAtALocationWhereItCanBeReadAndRestored() throws Exception {
        HttpResponse<String> created = post("/v1/evacuations", ORDER);

        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(location).isEqualTo("/v1/evacuations/o1");
        assertThat(json(get(location)).at("/state").asText()).isEqualTo("COMMITTED");
        assertThat(json(get("/v1/evacuations")).at("/items")).hasSize(1);
        HttpResponse<String> restored = post(location + "/restore", "{\"author\":\"bob\"}");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(json(restored).at("/evacuation/restoration/author").asText()).isEqualTo("bob");
    }

    @Test
    void dryRunIsAnsweredWithoutALocationAndCommitsNothing() throws Exception {
        HttpResponse<String> predicted = post("/v1/evacuations", ORDER.replace("}", ",\"dryRun\":true}"));

        assertThat(predicted.statusCode()).isEqualTo(200);
        assertThat(predicted.headers().firstValue("Location")).isEmpty();
        assertThat(json(predicted).at("/state").asText()).isEqualTo("PREDICTED");
        assertThat(controller.desk.orders).isEmpty();
    }

    @Test
    void bodyMayNameItsCharset() throws Exception {
        HttpResponse<String> created = send(to("/v1/evacuations")
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER.replace("drill", "Übung"))));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).at("/evacuation/reason").asText()).isEqualTo("Übung");
    }

    @Test
    void controllerIsAliveBeforeItIsReady() throws Exception {
        controller.desk.ready = false;

        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        HttpResponse<String> notReady = get("/readyz");
        assertThat(problem(notReady, 503).detail()).contains("store");
        assertThat(notReady.headers().firstValue("Retry-After")).contains("1");
        controller.desk.ready = true;
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreInPrometheusFormatAndCountRoutesByTheirTemplate() throws Exception {
        get("/v1/regions/us-east-1");

        assertThat(get("/metrics").body())
                .contains("drover_region_weight{region=\"us-east-1\",service=\"homepage\"} 10000")
                .contains("route=\"/v1/regions/:id\"")
                .doesNotContain("route=\"/v1/regions/us-east-1\"");
    }
}
