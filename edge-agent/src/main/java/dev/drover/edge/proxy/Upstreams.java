package dev.drover.edge.proxy;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.Origins;
import dev.drover.api.settings.RequestSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the regions' origins: a bounded pool for each origin, HTTP/1.1 only.
 *
 * <p>Confined to the agent's context: connections are opened on the event loop of whoever asks.
 */
final class Upstreams {

    /** Connections to one origin; each carries one request at a time. */
    static final int CONNECTIONS_PER_ORIGIN = 256;
    /** Requests that wait for a connection to one origin; more fail at once. */
    static final int WAITING_PER_ORIGIN = 512;
    /** A connection with a request on which nothing moves for so long is closed. */
    static final Duration IDLE = Duration.ofSeconds(60);

    /** Shorter than what servers commonly keep, so that a request seldom meets a closing connection. */
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(30);

    private static final int INITIAL_LINE_BYTES = 8 * 1024;
    private static final int HEADER_BYTES = 32 * 1024;
    /** How long requests on connections of former settings may go on. */
    private static final Duration REPLACED_AFTER = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);

    private final Vertx vertx;
    private final Map<RegionId, Integer> turns = new TreeMap<>();
    private @Nullable HttpClientAgent client;
    private Duration connectTimeout = Duration.ZERO;

    Upstreams(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The origin whose turn it is. */
    URI nextOf(RegionId region, List<URI> origins) {
        int turn = turns.merge(region, 1, Integer::sum);
        return origins.get(Math.floorMod(turn, origins.size()));
    }

    /** A request to an origin, on a connection of its pool; fails if there is none to be had. */
    Future<HttpClientRequest> request(URI origin, HttpMethod method, String path, RequestSettings settings) {
        return client(settings)
                .request(new RequestOptions()
                        .setHost(origin.getHost())
                        .setPort(Origins.portOf(origin))
                        .setMethod(method)
                        .setURI(path));
    }

    /** Closes all connections. */
    Future<Void> close() {
        return client == null ? Future.succeededFuture() : client.close();
    }

    private HttpClientAgent client(RequestSettings settings) {
        HttpClientAgent current = client;
        if (current != null && settings.connectTimeout().equals(connectTimeout)) {
            return current;
        }
        if (current != null) {
            current.shutdown(REPLACED_AFTER.toSeconds(), TimeUnit.SECONDS);
        }
        connectTimeout = settings.connectTimeout();
        current = open(connectTimeout);
        client = current;
        return current;
    }

    private HttpClientAgent open(Duration connectTimeout) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setIdleTimeout(Math.toIntExact(IDLE.toSeconds()))
                .setKeepAliveTimeout(Math.toIntExact(KEPT_ALIVE.toSeconds()))
                .setMaxInitialLineLength(INITIAL_LINE_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setDecompressionSupported(false);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ORIGIN).setMaxWaitQueueSize(WAITING_PER_ORIGIN);
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(Upstreams::quiet)
                .build();
    }

    /** The request on the connection is told of the fault; a log line for each would be the region's to write. */
    private static void quiet(HttpConnection connection) {
        connection.exceptionHandler(fault -> LOG.atTrace().setCause(fault).log("region connection failed"));
    }
}
