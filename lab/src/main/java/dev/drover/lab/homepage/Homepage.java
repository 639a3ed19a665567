package dev.drover.lab.homepage;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The homepage of one region: a real HTTP server with a real capacity.
 *
 * <p>{@code GET /} is the page of the user whom the cookie {@code drover-user}, else the header {@code x-user-key}, else
 * the query {@code user} names; {@code GET /healthz/deep} the page of a fixed user by the same way, for probes;
 * {@code GET /healthz} says only that the process is up. Beyond its capacity requests wait in a bounded queue and are
 * then refused: 503 with {@code Retry-After: 1}.
 *
 * <p>All state is confined to the event loop of the region; the methods here may be called from any thread.
 */
public final class Homepage {

    private static final Logger LOG = LoggerFactory.getLogger(Homepage.class);

    private final Vertx vertx;
    private final Context context;
    private final HomepageConfig config;
    private final Listener listener;
    private final Pages pages;
    private final Faults faults;
    private final FaultControl control;

    private Homepage(Vertx vertx, Context context, HomepageConfig config, Catalogue catalogue) {
        this.vertx = vertx;
        this.context = context;
        this.config = config;
        this.pages = new Pages(vertx, config, catalogue, new PageBuilder(catalogue, rows(vertx, config, catalogue)));
        this.listener = new Listener(vertx, config.host(), config.port(), pages::handle);
        this.faults = new Faults(config.region().value(), context, listener, pages);
        this.control = new FaultControl(vertx, faults, this::loadNow);
    }

    /** Starts a region; fails if one of its ports is taken. */
    public static Future<Homepage> start(Vertx vertx, HomepageConfig config) {
        return vertx.executeBlocking(() -> Catalogue.generate(config.seed()))
                .compose(catalogue -> deploy(vertx, config, catalogue));
    }

    private static Future<Homepage> deploy(Vertx vertx, HomepageConfig config, Catalogue catalogue) {
        Promise<Homepage> opened = Promise.promise();
        return vertx.deployVerticle(context ->
                        new Homepage(vertx, context, config, catalogue).open().onSuccess(opened::complete))
                .compose(deployment -> opened.future());
    }

    private static List<RowService> rows(Vertx vertx, HomepageConfig config, Catalogue catalogue) {
        SplittableRandom latencies = new SplittableRandom(config.seed());
        return Arrays.stream(RowKind.values())
                .<RowService>map(kind -> new SimulatedRowService(vertx, catalogue, kind, latencies.split()))
                .toList();
    }

    private Future<Homepage> open() {
        return listener.open()
                .compose(opened -> control.open(config.controlPort()))
                .onSuccess(opened -> tell("homepage started"))
                .map(this);
    }

    /** Where users and probes connect; it stays the same while the region is dark. */
    public int port() {
        return listener.port();
    }

    /** Where faults are switched over HTTP, on 127.0.0.1. */
    public int controlPort() {
        return control.port();
    }

    /** Breaks and mends this region. */
    public Faults faults() {
        return faults;
    }

    /** What the region bears now. */
    public Future<RegionLoad> load() {
        Promise<RegionLoad> load = Promise.promise();
        context.runOnContext(now -> load.complete(loadNow()));
        return load.future();
    }

    /** Ends everything, open connections included. */
    public Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        context.runOnContext(
                now -> faults.settled().compose(settled -> closeNow()).onComplete(closed));
        return closed.future();
    }

    private Future<Void> closeNow() {
        return listener.close()
                .compose(done -> control.close())
                .compose(done -> vertx.undeploy(context.deploymentID()))
                .onSuccess(done -> tell("homepage closed"));
    }

    private RegionLoad loadNow() {
        return pages.load(listener.connections());
    }

    private void tell(String event) {
        LOG.atInfo()
                .addKeyValue("region", config.region())
                .addKeyValue("port", port())
                .addKeyValue("controlPort", controlPort())
                .addKeyValue("capacityRps", config.capacityRps())
                .log(event);
    }
}
