package dev.drover.controller.rest.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.problem.Problem;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.controller.store.StoreException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestFailuresTest extends RestScene {

    private static final String ORDER = "{\"region\":\"us-east-1\",\"reason\":\"drill\",\"author\":\"ann\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v2/status",
                "/v1/regions/eu-north-9",
                "/v1/edges/nowhere",
                "/v1/routing-policies/4",
                "/v1/evacuations/o9",
                "/v1/agents/fra",
            })
    void whatIsNotThereIsAnsweredWith404(String path) throws Exception {
        problem(get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/routing-policies/current", "/v1/contingencies"})
    void noPolicyYetIsAnsweredWith404(String path) throws Exception {
        controller.desk.published = false;

        assertThat(problem(get(path), 404).detail()).contains("published yet");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/regions/US_EAST, US_EAST",
        "/v1/regions/shed, shed",
        "/v1/regions/..%2f..%2fetc, etc",
        "/v1/edges/a%20b, a b",
        "/v1/routing-policies/0, 0",
        "/v1/routing-policies/-1, -1",
        "/v1/routing-policies/1e3, 1e3",
        "/v1/routing-policies/99999999999999999999, 99999999999999999999",
        "/v1/evacuations/o%3Cscript%3E, order id",
    })
    void partOfThePathThatCannotBeReadIsNamedWithWhatWasExpected(String path, String named) throws Exception {
        assertThat(problem(get(path), 400).detail()).contains(named).contains("expected");
    }

    @Test
    void pathThatCannotBeDecodedIsABadRequest() throws Exception {
        assertThat(said("GET /v1/regions/%zz")).startsWith("HTTP/1.1 400").contains(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET v1/status", "OPTIONS *", "CONNECT a:80", "GET http://"})
    void whatIsNotAPathIsAProblemToo(String line) throws Exception {
        assertThat(said(line)).containsPattern("^HTTP/1.1 (400|404) ").contains(Problem.MEDIA_TYPE);
    }

    private String said(String line) throws Exception {
        return RawHttp.say(controller.port(), line + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /v1/status | GET, HEAD",
                "DELETE | /v1/evacuations | GET, HEAD, POST",
                "PUT    | /v1/evacuations/o1 | GET, HEAD",
                "GET    | /v1/evacuations/o1/restore | POST",
                "HEAD   | /v1/agents/session | GET",
                "OPTIONS| /v1/regions | GET, HEAD",
                "TRACE  | /v1/regions | GET, HEAD",
                "BREW   | /metrics | GET, HEAD",
            })
    void otherMethodIsAnsweredWithTheAllowedOnes(String method, String path, String allowed) throws Exception {
        String answer = said(method + " " + path);

        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("allow: " + allowed);
        assertThat(answer).contains(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""})
    void bodyOfAnotherTypeIsRefused(String type) throws Exception {
        HttpRequest.Builder request = to("/v1/evacuations").POST(HttpRequest.BodyPublishers.ofString(ORDER));

        HttpResponse<String> answer = send(type.isEmpty() ? request : request.header("Content-Type", type));

        assertThat(problem(answer, 415).detail()).contains("application/json");
        assertThat(controller.desk.orders).isEmpty();
    }

    @Test
    void compressedBodyIsRefused() throws Exception {
        problem(
                send(to("/v1/evacuations")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString(ORDER))),
                415);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "7",
                "{",
                "{}",
                "{\"region\":",
                ORDER + ORDER,
                ORDER + " x",
                ORDER.replace("\"ann\"", "7"),
                ORDER.replace("}", ",\"pace\":0}"),
                ORDER.replace("drill", "\\u202e"),
                ORDER.replace("}", ",}"),
                ORDER.replace("}", ",\"author\":\"eve\"}"),
                ORDER.replace("}", ",\"force\":true}"),
                ORDER.replace("}", ",\"dryRun\":\"yes\"}"),
                ORDER.replace("}", ",\"dryRun\":1}"),
                ORDER.replace("}", ",\"pace\":\"FAST\"}"),
                ORDER.replace("}", ",\"expiresIn\":\"soon\"}"),
                ORDER.replace("}", ",\"expiresIn\":NaN}"),
                ORDER.replace("}", ",\"expiresIn\":1e400}"),
                ORDER.replace("}", ",\"expiresIn\":\"59s\"}"),
                ORDER.replace("}", ",\"expiresIn\":\"100h\"}"),
                ORDER.replace("\"us-east-1\"", "null"),
                ORDER.replace("\"us-east-1\"", "[]"),
                ORDER.replace("\"us-east-1\"", "{\"value\":{}}"),
                ORDER.replace("us-east-1", "US EAST"),
                ORDER.replace("drill", " "),
                ORDER.replace("drill", "x".repeat(501)),
                ORDER.replace("drill", "x".repeat(9_000)),
                ORDER.replace("drill", "a\\u0007b"),
                ORDER.replace("drill", "\\ud800\\n"),
                ORDER.replace("\"ann\"", "\"\""),
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void documentThatCannotBeReadIsRefusedWithItsFaults(String body) throws Exception {
        Problem problem = problem(post("/v1/evacuations", body), 400);

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST.uri());
        assertThat(problem.errors()).isNotEmpty();
        assertThat(problem.detail()).hasSizeLessThan(1_000);
        assertThat(controller.desk.orders).isEmpty();
    }

    @Test
    void bodyThatIsNotUtf8IsRefused() throws Exception {
        problem(
                send(to("/v1/evacuations")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xc3, '"'}))),
                400);
    }

    @Test
    void guardTellsItsNumbers() throws Exception {
        controller.desk.failure = new ProblemException(ProblemType.GUARD, "maxAutoEvacuated: 2 (expected: at most 1)");

        assertThat(problem(post("/v1/evacuations", ORDER), 409).detail()).contains("maxAutoEvacuated: 2");
    }

    @Test
    void storeThatDoesNotAnswerIsAnsweredWith503AndWhenToComeBack() throws Exception {
        controller.desk.failure = new StoreException(StoreException.Kind.UNAVAILABLE, "zk-3.internal lost");

        HttpResponse<String> answer = post("/v1/evacuations", ORDER);

        assertThat(problem(answer, 503).detail()).doesNotContain("zk-3");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void changeThatCameFirstIsAConflict() throws Exception {
        controller.desk.failure = new StoreException(StoreException.Kind.CONFLICT, "version 7");

        problem(post("/v1/evacuations", ORDER), 409);
    }

    @Test
    void faultOfOursTellsNothingWhereverItIsThrown() throws Exception {
        controller.desk.failure = new IllegalStateException("secret at " + getClass());

        assertThat(get("/v1/status").body()).doesNotContain("secret");
        problem(get("/v1/status"), 500);
        problem(get("/v1/routing-policies/1"), 500);
        problem(post("/v1/evacuations", ORDER), 500);
        problem(get("/metrics"), 500);
    }
}
