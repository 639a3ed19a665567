package dev.drover.edge.proxy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.RegionId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy on a free port between a user and two regions, east and west. */
final class TestEdge implements AutoCloseable {

    /** What a user got. */
    record Answer(int status, MultiMap headers, String body) {}

    final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    final FakeSteering steering = new FakeSteering();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final TestRegion east = new TestRegion(vertx, "east");
    final TestRegion west = new TestRegion(vertx, "west");
    final EdgeProxy proxy;
    final int port;

    TestEdge() throws Exception {
        origins("east", east.origin);
        origins("west", west.origin);
        ShedPage page = new ShedPage("text/plain", Buffer.buffer("come back"));
        proxy = new EdgeProxy(vertx.getOrCreateContext(), steering, page, registry);
        port = proxy.listen("127.0.0.1", 0).await(5, TimeUnit.SECONDS);
    }

    /** Where a region is. */
    void origins(String region, URI... origins) {
        steering.origins.put(RegionId.of(region), List.of(origins));
    }

    @CanIgnoreReturnValue
    Answer get(String path) throws Exception {
        return send(HttpMethod.GET, path, MultiMap.caseInsensitiveMultiMap(), "");
    }

    @CanIgnoreReturnValue
    Answer get(String path, MultiMap headers) throws Exception {
        return send(HttpMethod.GET, path, headers, "");
    }

    @CanIgnoreReturnValue
    Answer send(HttpMethod method, String path) throws Exception {
        return send(method, path, MultiMap.caseInsensitiveMultiMap(), "");
    }

    @CanIgnoreReturnValue
    Answer send(HttpMethod method, String path, MultiMap headers, String body) throws Exception {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(method)
                .setURI(path)
                .setHeaders(headers);
        // A connection of its own: one that the proxy is about to close would break the next request.
        HttpClient user = vertx.createHttpClient();
        return user.request(options).compose(request -> answerOf(request, body)).await(10, TimeUnit.SECONDS);
    }

    /** The requests that ended so, by whom. */
    long counted(String region, Outcome outcome) {
        var timer = registry.find("drover.proxy.request")
                .tags("region", region, "outcome", outcome.tag())
                .timer();
        return timer == null ? 0 : timer.count();
    }

    /** An address at which nobody listens. */
    static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(15, TimeUnit.SECONDS);
    }

    private static Future<Answer> answerOf(HttpClientRequest request, String body) {
        Future<HttpClientResponse> response = body.isEmpty() ? request.send() : request.send(body);
        return response.compose(r ->
                r.body().map(b -> new Answer(r.statusCode(), r.headers(), b.toString(StandardCharsets.ISO_8859_1))));
    }
}
