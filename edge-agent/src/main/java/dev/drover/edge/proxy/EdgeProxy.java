package dev.drover.edge.proxy;

import dev.drover.edge.route.Steering;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reverse proxy of an edge: takes users' requests, asks {@link Steering} where each goes, and carries it there.
 *
 * <p>Everything runs on the one event loop of the context that it is given, which is the context that
 * {@link Steering} is confined to: the server's connections, those to the regions, and the timers. It uses the native
 * transport if the Vert.x of that context does.
 *
 * <p>HTTP/1.0 and 1.1, without upgrades: a WebSocket handshake reaches the region as the plain request that is left of
 * it. Bodies stream both ways and are never gathered. What could be read as two different requests is refused.
 */
public final class EdgeProxy {

    /** A user's connection on which nothing moves for so long is closed. */
    public static final Duration IDLE = Duration.ofSeconds(60);
    /** Requests in flight get so long to end when the proxy is closed. */
    public static final Duration DRAIN = Duration.ofSeconds(10);
    /** Users' connections at a time; more are closed at once. */
    public static final int CONNECTIONS = 10_000;
    /** The longest request line, in bytes; a longer one is answered 414. */
    public static final int INITIAL_LINE_BYTES = 8 * 1024;
    /** The longest head without the request line, in bytes; a longer one is answered 431. */
    public static final int HEADER_BYTES = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EdgeProxy.class);
    private static final int BACKLOG = 1024;

    private final Context context;
    private final Steering steering;
    private final OwnAnswers answers;
    private final ProxyMeters meters;
    private final Upstreams upstreams;
    private final Surroundings surroundings;
    private final HttpServerOptions options = options();
    private final HttpServer server;
    private int connections;
    private boolean closing;

    /**
     * A proxy that does not listen yet.
     *
     * @param context an event loop context; all calls on {@code steering} come from its event loop
     */
    public EdgeProxy(Context context, Steering steering, ShedPage shedPage, MeterRegistry registry) {
        this.context = context;
        this.steering = steering;
        this.answers = new OwnAnswers(shedPage);
        this.meters = new ProxyMeters(registry);
        this.upstreams = new Upstreams(context.owner());
        this.surroundings = new Surroundings(context, steering, upstreams, answers, meters, () -> closing);
        this.server = context.owner()
                .createHttpServer(options)
                .connectionHandler(this::onConnection)
                .invalidRequestHandler(this::onInvalidRequest)
                .exceptionHandler(EdgeProxy::onConnectionFault)
                .requestHandler(this::onRequest);
    }

    /**
     * Begins to accept users; may be called from any thread, once.
     *
     * @param port 0 for any that is free
     * @return the port; fails if it cannot be bound
     */
    public Future<Integer> listen(String host, int port) {
        Promise<Integer> bound = Promise.promise();
        context.runOnContext(
                on -> server.listen(port, host).map(HttpServer::actualPort).onComplete(bound));
        return bound.future();
    }

    /** Accepts nobody more, lets what is in flight end for up to {@link #DRAIN}, then closes all connections. */
    public Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        context.runOnContext(on -> drain().onComplete(closed));
        return closed.future();
    }

    private Future<Void> drain() {
        closing = true;
        return server.shutdown(DRAIN.toSeconds(), TimeUnit.SECONDS).eventually(upstreams::close);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setIdleTimeout(Math.toIntExact(IDLE.toSeconds()))
                .setAcceptBacklog(BACKLOG)
                .setMaxInitialLineLength(INITIAL_LINE_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setStrictThreadMode(true);
    }

    private void onConnection(HttpConnection connection) {
        connections++;
        connection.closeHandler(closed -> connections--);
        if (connections > CONNECTIONS) {
            connection.close();
        } else {
            UserConnection.makeStrict(connection, options);
        }
    }

    private static void onConnectionFault(Throwable cause) {
        LOG.atTrace().setCause(cause).log("user connection failed");
    }

    private void onInvalidRequest(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        HttpResponseStatus status = HttpResponseStatus.BAD_REQUEST;
        if (cause instanceof TooLongHttpLineException) {
            status = HttpResponseStatus.REQUEST_URI_TOO_LONG;
        } else if (cause instanceof TooLongHttpHeaderException) {
            status = HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(request, status, "The request cannot be read, or not in one way only: " + cause.getMessage());
        request.connection().close();
    }

    private void onRequest(HttpServerRequest request) {
        HttpMethod method = request.method();
        String expected = request.getHeader(HttpHeaders.EXPECT);
        if (method.equals(HttpMethod.TRACE) || method.equals(HttpMethod.CONNECT)) {
            refuse(request, HttpResponseStatus.METHOD_NOT_ALLOWED, "Neither TRACE nor CONNECT goes to a region");
        } else if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            refuse(request, HttpResponseStatus.EXPECTATION_FAILED, "Expect is not 100-continue");
        } else {
            carry(request);
        }
    }

    private void carry(HttpServerRequest request) {
        steering.arrived();
        if (steering.isReady()) {
            new Exchange(surroundings, request).begin();
        } else {
            steering.failed();
            meters.request("none", Outcome.NOT_READY, 0);
            answers.comeBack(request, "This edge has no routing policy yet");
            UnreadBody.discard(request);
        }
    }

    private void refuse(HttpServerRequest request, HttpResponseStatus status, String detail) {
        meters.request("none", Outcome.REFUSED, 0);
        answers.problem(request, status, detail);
        UnreadBody.discard(request);
    }
}
