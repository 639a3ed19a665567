package dev.drover.edge.proxy;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A region's server: answers as it is told, and remembers every whole request that reached it. */
final class TestRegion {

    /** A request as the region read it. */
    record Seen(String method, String uri, MultiMap headers, String body) {}

    final String name;
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final URI origin;
    volatile Handler<HttpServerRequest> answer;

    TestRegion(Vertx vertx, String name) throws Exception {
        this.name = name;
        this.answer = request -> request.response().end(name);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(this::onRequest)
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS);
        this.origin = URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Answers each request with that status. */
    void answerStatus(int status) {
        answer = request -> request.response().setStatusCode(status).end(name);
    }

    /** Takes each request and never answers. */
    void swallow() {
        answer = request -> {};
    }

    /** Closes the connection of each request. */
    void hangUp() {
        answer = request -> request.connection().close();
    }

    private void onRequest(HttpServerRequest request) {
        Handler<HttpServerRequest> now = answer;
        if (now instanceof Raw raw) {
            raw.handle(request);
        } else {
            request.body().onSuccess(body -> onWhole(request, body, now));
        }
    }

    private void onWhole(HttpServerRequest request, Buffer body, Handler<HttpServerRequest> now) {
        seen.add(new Seen(
                request.method().name(), request.uri(), request.headers(), body.toString(StandardCharsets.ISO_8859_1)));
        now.handle(request);
    }

    /** An answer that takes care of the body itself. */
    interface Raw extends Handler<HttpServerRequest> {}
}
