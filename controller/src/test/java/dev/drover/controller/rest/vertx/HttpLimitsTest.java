package dev.drover.controller.rest.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.problem.Problem;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("realtime")
class HttpLimitsTest extends RestScene {

    private static final String POST = "POST /v1/evacuations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    private void isProblem(String answer, int status) {
        assertThat(answer).containsPattern("^HTTP/1\\.[01] " + status + " ").contains(Problem.MEDIA_TYPE);
        problem(answer.substring(answer.indexOf("\r\n\r\n") + 4), status);
    }

    @Test
    void bodyThatAnnouncesTooMuchIsRefusedBeforeItIsSent() throws Exception {
        isProblem(RawHttp.say(controller.port(), POST + "Content-Length: 262145\r\n\r\n"), 413);
    }

    @Test
    void bodyThatGrowsTooLargeIsRefused() throws Exception {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";

        isProblem(RawHttp.say(controller.port(), POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5)), 413);
    }

    @Test
    void largestBodyIsStillRead() throws Exception {
        HttpResponse<String> answer = post("/v1/evacuations", " ".repeat(JsonBody.MAX_BYTES - 2) + "{}");

        problem(answer, 400);
    }

    @Test
    void clientThatAsksFirstIsToldToGoOn() throws Exception {
        String body = "{\"region\":\"us-east-1\",\"reason\":\"drill\",\"author\":\"ann\"}";

        String answer = RawHttp.say(
                controller.port(),
                POST + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 ");
    }

    @Test
    void headersBeyondTheLimitAreRefused() throws Exception {
        isProblem(
                RawHttp.say(
                        controller.port(),
                        "GET /v1/status HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(17_000) + "\r\n\r\n"),
                431);
    }

    @Test
    void requestLineBeyondTheLimitIsRefused() throws Exception {
        isProblem(RawHttp.say(controller.port(), "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET /v1/status HTTP/1.1\r\nHost a\r\n\r\n",
                "GET /v1/status HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /v1/evacuations HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
            })
    void whatIsNotHttpIsRefusedAndTheConnectionClosed(String request) throws Exception {
        isProblem(RawHttp.say(controller.port(), request), 400);
    }

    @Test
    void connectionOnWhichNoWholeRequestComesInTimeIsClosed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controller.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET /v1/status HT".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();

            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void twoRequestsOnOneConnectionAreBothAnswered() throws Exception {
        String answers = RawHttp.say(
                controller.port(),
                "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answers).contains("alive\n", "ready\n");
    }
}
