package dev.drover.lab.demo;

import dev.drover.api.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the demo's controllers over REST, as anybody would; each is tried in turn. */
final class DemoClient {

    private static final long TIMEOUT_SECONDS = 5;

    private final HttpClient http;
    private final List<URI> controllers;

    DemoClient(Vertx vertx, List<URI> controllers) {
        this.http = vertx.createHttpClient();
        this.controllers = controllers;
    }

    <T> Future<T> get(String path, Class<T> type) {
        return trying(0, controller -> get(controller, path, type));
    }

    <T> Future<T> get(URI controller, String path, Class<T> type) {
        return send(controller, HttpMethod.GET, path, Buffer.buffer()).map(body -> Json.readMessage(body, type));
    }

    <T> Future<T> post(String path, Object request, Class<T> type) {
        Buffer body = Buffer.buffer(Json.write(request));
        return trying(0, controller -> send(controller, HttpMethod.POST, path, body))
                .map(answer -> Json.readMessage(answer, type));
    }

    private interface Call<T> {
        Future<T> to(URI controller);
    }

    private <T> Future<T> trying(int index, Call<T> call) {
        Future<T> answer = call.to(controllers.get(index));
        return index + 1 == controllers.size() ? answer : answer.recover(failure -> trying(index + 1, call));
    }

    private Future<String> send(URI controller, HttpMethod method, String path, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(controller.getHost())
                .setPort(controller.getPort())
                .setURI(path)
                .putHeader("Content-Type", "application/json");
        return http.request(options)
                .compose(request -> request.send(body))
                .expecting(HttpResponseExpectation.SC_SUCCESS)
                .compose(response -> response.body())
                .map(Buffer::toString)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
