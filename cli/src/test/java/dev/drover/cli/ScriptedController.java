package dev.drover.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drover.api.json.Json;
import dev.drover.api.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A controller that answers what a test wrote, in that order; the last answer of a path is given for ever. */
public final class ScriptedController implements AutoCloseable {

    private record Answer(int status, String mediaType, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Listens on a free port of loopback. */
    public ScriptedController() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers that request, such as {@code GET /v1/status}, with a document. */
    public void answers(String request, Object document) {
        answersText(request, 200, "application/json", Json.write(document));
    }

    /** Answers that request with a problem. */
    public void refuses(String request, Problem problem) {
        answersText(request, problem.status(), Problem.MEDIA_TYPE, Json.write(problem));
    }

    /** Answers that request with any text. */
    public void answersText(String request, int status, String mediaType, String body) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(status, mediaType, body));
    }

    /** What it was asked: method, path and body of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add((request + " " + body).strip());
        Deque<Answer> script = answers.getOrDefault(request, new ArrayDeque<>());
        Answer answer = script.size() > 1 ? script.removeFirst() : script.peekFirst();
        if (answer == null) {
            answer = new Answer(404, "text/plain", "not scripted: " + request);
        }
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
