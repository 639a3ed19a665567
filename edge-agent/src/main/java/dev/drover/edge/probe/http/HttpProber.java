package dev.drover.edge.probe.http;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.Origins;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.edge.probe.ProbeResult;
import dev.drover.edge.probe.Prober;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes over HTTP, each on a connection of its own.
 *
 * <p>Not on a kept one: a connection that was made before says nothing of new users (a full accept queue, a balancer
 * that sends new connections elsewhere), and it sticks to one server behind the address, so that probes in a row would
 * not be independent witnesses. A black hole is seen either way, by the time-out; what befalls old connections only is
 * seen by users' requests, which do keep theirs.
 *
 * <p>Confined to the context that calls {@link #probe}. Origins of a region are asked in turn, one a probe.
 */
public final class HttpProber implements Prober {

    /** Probes to one origin at a time; more wait, and fail by their time-out. */
    static final int CONNECTIONS_PER_ORIGIN = 16;

    private static final int WAITING_PER_ORIGIN = 64;
    private static final int HEADER_BYTES = 32 * 1024;
    /** Regular probes and confirming ones have a time-out each; twice that outlives a change of both. */
    private static final int CLIENTS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(HttpProber.class);

    private final Vertx vertx;
    private final Map<RegionId, Integer> turns = new TreeMap<>();
    private final Map<Duration, HttpClientAgent> clients = new LinkedHashMap<>(CLIENTS, 1, true);

    /** A prober without connections yet. */
    public HttpProber(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<ProbeResult> probe(RegionId region, List<URI> origins, ProbeSettings settings, Duration timeout) {
        if (origins.isEmpty()) {
            return Future.succeededFuture(new ProbeResult(false, 0, "no origin"));
        }
        int turn = turns.merge(region, 1, Integer::sum);
        URI origin = origins.get(Math.floorMod(turn, origins.size()));
        RequestOptions request = new RequestOptions()
                .setHost(origin.getHost())
                .setPort(Origins.portOf(origin))
                .setMethod(HttpMethod.GET)
                .setURI(settings.path())
                .putHeader("user-agent", "drover-probe");
        return new Probe(vertx, settings.content()).send(client(timeout), request, timeout);
    }

    /** Closes all connections; probes under way fail. */
    public Future<Void> close() {
        List<Future<Void>> closing =
                clients.values().stream().map(HttpClientAgent::close).toList();
        clients.clear();
        return Future.join(closing).mapEmpty();
    }

    /** A connection attempt must not outlive its probe, or a black hole would fill the pool: hence a client a time-out. */
    private HttpClientAgent client(Duration timeout) {
        HttpClientAgent known = clients.get(timeout);
        if (known != null) {
            return known;
        }
        if (clients.size() == CLIENTS) {
            closeLeastUsed();
        }
        HttpClientAgent opened = open(timeout);
        clients.put(timeout, opened);
        return opened;
    }

    private void closeLeastUsed() {
        Map.Entry<Duration, HttpClientAgent> eldest =
                clients.entrySet().iterator().next();
        clients.remove(eldest.getKey());
        eldest.getValue().shutdown(eldest.getKey().toMillis(), TimeUnit.MILLISECONDS);
    }

    private HttpClientAgent open(Duration timeout) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setMaxHeaderSize(HEADER_BYTES)
                .setDecompressionSupported(false);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ORIGIN).setMaxWaitQueueSize(WAITING_PER_ORIGIN);
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(HttpProber::onFault))
                .build();
    }

    /** The probe on the connection is told, and says it in its result. */
    private static void onFault(Throwable cause) {
        LOG.atTrace().setCause(cause).log("probe connection failed");
    }
}
