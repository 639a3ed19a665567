package dev.drover.lab.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open-loop load generator: requests go out when they are due, whatever the answers do, and latency counts from
 * when they were due.
 *
 * <p>What is due goes out by a timer of one millisecond, so a latency holds up to that much of the generator's own. All
 * state is confined to an event loop of its own; the methods may be called from any thread.
 */
public final class LoadGenerator {

    private static final Logger LOG = LoggerFactory.getLogger(LoadGenerator.class);

    private static final long TICK_MILLIS = 1;

    private final Vertx vertx;
    private final Context context;
    private final LoadConfig config;
    private final HttpClientAgent client;
    private final OpenLoop loop;
    private final Exchange exchange;
    private final Promise<LoadSnapshot> finished = Promise.promise();

    private LoadGenerator(Vertx vertx, Context context, LoadConfig config) {
        this.vertx = vertx;
        this.context = context;
        this.config = config;
        this.client = client(vertx, config.limits());
        this.loop = new OpenLoop(config, InstantSource.system(), System.nanoTime());
        this.exchange = new Exchange(client, requestTo(config), this::ended);
    }

    /** Starts it; the first requests go out within milliseconds. */
    public static Future<LoadGenerator> start(Vertx vertx, LoadConfig config) {
        Promise<LoadGenerator> started = Promise.promise();
        return vertx.deployVerticle(context -> {
                    LoadGenerator generator = new LoadGenerator(vertx, context, config);
                    generator.run();
                    started.complete(generator);
                    return started.future();
                })
                .compose(deployment -> started.future());
    }

    private static HttpClientAgent client(Vertx vertx, Limits limits) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) limits.timeout().toMillis())
                        .setKeepAlive(true)
                        .setPipelining(false))
                .with(new PoolOptions()
                        .setHttp1MaxSize(limits.maxConnections())
                        .setMaxWaitQueueSize(limits.maxInFlight()))
                // What ends a request fails it; what ends an idle connection is nobody's loss.
                .withConnectHandler(connection -> connection.exceptionHandler(LoadGenerator::tell))
                .build();
    }

    private static void tell(Throwable failure) {
        LOG.atTrace().setCause(failure).log("connection failed");
    }

    private static RequestOptions requestTo(LoadConfig config) {
        URI target = config.target();
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return new RequestOptions()
                .setHost(target.getHost())
                .setPort(target.getPort())
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setConnectTimeout(config.limits().timeout().toMillis());
    }

    /** What has become of the requests so far. */
    public LoadSnapshot snapshot() {
        return loop.snapshot(System.nanoTime());
    }

    /** Completes when the last request has ended, by itself or after {@link #stop}. */
    public Future<LoadSnapshot> finished() {
        return finished.future();
    }

    /** Sends no more, and waits for what is in flight, at most the time-out of a request. */
    public Future<LoadSnapshot> stop() {
        context.runOnContext(now -> loop.stop());
        return finished();
    }

    private void run() {
        LOG.atInfo()
                .addKeyValue("target", config.target())
                .addKeyValue("ratePerSecond", config.arrivals().ratePerSecond())
                .log("load started");
        vertx.setPeriodic(TICK_MILLIS, this::tick);
    }

    private void tick(long timer) {
        long now = System.nanoTime();
        loop.expire(now).forEach(Attempt::giveUp);
        loop.due(now).forEach(exchange::send);
        if (loop.isDone()) {
            vertx.cancelTimer(timer);
            finish();
        }
    }

    private void ended(Attempt attempt, Outcome outcome) {
        loop.end(attempt, outcome, System.nanoTime());
    }

    private void finish() {
        LoadSnapshot last = snapshot();
        LOG.atInfo()
                .addKeyValue("target", config.target())
                .addKeyValue("total", last.total())
                .addKeyValue("failed", last.failed())
                .log("load finished");
        client.close()
                .transform((closed, failure) -> vertx.undeploy(context.deploymentID()))
                .onComplete(done -> finished.complete(last));
    }
}
