package dev.drover.controller.rest.vertx;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A running controller, and how tests ask it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestScene {

    private static final String[] INSIDES = {
        "dev.drover", "java.", "Exception", "at io.", "fasterxml", "`", "EvacuationRequest", "RegionId", "Feature", "::"
    };
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    RunningController controller;

    @BeforeAll
    void start() {
        controller = new RunningController();
    }

    @AfterAll
    void stop() throws Exception {
        controller.close();
    }

    @AfterEach
    void deskIsAsItWas() {
        controller.desk.failure = null;
        controller.desk.ready = true;
        controller.desk.published = true;
        controller.desk.orders.clear();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controller.port() + path))
                .timeout(ANSWER_WITHIN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @CanIgnoreReturnValue
    HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.readTree(response.body());
    }

    /** Checks that it is a whole problem of that status, that tells nothing of our insides. */
    @CanIgnoreReturnValue
    static Problem problem(HttpResponse<String> response, int status) {
        Assertions.assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        Assertions.assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        return problem(response.body(), status);
    }

    @CanIgnoreReturnValue
    static Problem problem(String body, int status) {
        Assertions.assertThat(body).doesNotContain(INSIDES);
        Problem problem = Json.readWritten(body, Problem.class);
        Assertions.assertThat(problem.status()).isEqualTo(status);
        Assertions.assertThat(problem.title()).isNotBlank();
        Assertions.assertThat(problem.detail()).isNotBlank();
        return problem;
    }
}
