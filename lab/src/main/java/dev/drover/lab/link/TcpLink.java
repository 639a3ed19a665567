package dev.drover.lab.link;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP link between two parties: listens, forwards to a target, and can be cut, silenced one way, delayed and healed
 * while it runs. Changes happen in the order in which they are asked for.
 *
 * <p>A silent link loses no bytes: they wait (bounded: the sender is not read on) and go on when it heals, as with TCP,
 * unless either end has given up by then. A side that closes closes the other: there are no half-open connections.
 *
 * <p>All state is confined to an event loop of its own; the methods may be called from any thread.
 */
public final class TcpLink {

    /** Connections beyond these are reset at once. */
    static final int MAX_CONNECTIONS = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
    private static final int CONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Context context;
    private final Endpoint listen;
    private final Endpoint target;
    private final NetClient client;
    private final Set<Pair> pairs = new LinkedHashSet<>();
    /** Accepted, and not connected to the target yet. */
    private final Set<NetSocket> waiting = new LinkedHashSet<>();

    private final Set<Direction> silent = EnumSet.noneOf(Direction.class);
    private Delay delay = Delay.NONE;
    private SplittableRandom jitter = new SplittableRandom(0);
    private volatile int port;
    private @Nullable NetServer server;
    private @Nullable HeldPort held;
    private Future<Void> lastChange = Future.succeededFuture();

    private record Endpoint(String host, int port) {}

    private TcpLink(Vertx vertx, Context context, Endpoint listen, Endpoint target) {
        this.vertx = vertx;
        this.context = context;
        this.listen = listen;
        this.target = target;
        this.port = listen.port();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    /**
     * Starts a link that is whole; fails if it cannot listen.
     *
     * @param listenPort 0 for any free one
     */
    public static Future<TcpLink> start(
            Vertx vertx, String listenHost, int listenPort, String targetHost, int targetPort) {
        Promise<TcpLink> started = Promise.promise();
        return vertx.deployVerticle(context -> {
                    TcpLink link = new TcpLink(
                            vertx, context, new Endpoint(listenHost, listenPort), new Endpoint(targetHost, targetPort));
                    return link.listen().onSuccess(listening -> started.complete(link));
                })
                .compose(deployment -> started.future());
    }

    /** Where to connect; it stays the same while the link is cut. */
    public int port() {
        return port;
    }

    /** Cuts the link both ways; done when it is. */
    public Future<Void> cut(Cut cut) {
        return next("link cut", () -> cut == Cut.RESET ? refuse() : silence(EnumSet.allOf(Direction.class)));
    }

    /** Lets nothing through that way; done when nothing goes through. New connections are accepted and hear nothing. */
    public Future<Void> silence(Direction direction) {
        return next("link silenced one way", () -> silence(EnumSet.of(direction)));
    }

    /** Ends every cut; done when the link carries again. A delay stays. */
    public Future<Void> heal() {
        return next("link healed", () -> silence(EnumSet.noneOf(Direction.class)));
    }

    /** From now on bytes take that long, in either direction. */
    public Future<Void> delay(Delay next) {
        return next("link delayed", () -> slowDown(next));
    }

    /** Ends it: what is open is reset. */
    public Future<Void> close() {
        return next("link closed", this::closeNow);
    }

    private Future<Void> next(String event, Supplier<Future<Void>> change) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(now -> {
            lastChange = lastChange.transform((last, failure) -> change.get());
            lastChange.onSuccess(changed -> tell(event)).onComplete(done);
        });
        return done.future();
    }

    private void tell(String event) {
        LOG.atDebug().addKeyValue("port", port).addKeyValue("target", target).log(event);
    }

    private static void tell(Throwable failure) {
        LOG.atTrace().setCause(failure).log("connection failed");
    }

    private Future<Void> listen() {
        if (server != null) {
            return Future.succeededFuture();
        }
        return vertx.createNetServer()
                .connectHandler(this::accept)
                .listen(port, listen.host())
                .map(this::listening);
    }

    private @Nullable Void listening(NetServer opened) {
        server = opened;
        port = opened.actualPort();
        release();
        return null;
    }

    private Future<Void> refuse() {
        boolean listened = server != null;
        silent.clear();
        return listened
                ? shut().compose(shut -> HeldPort.hold(vertx, listen.host(), port))
                        .map(this::keep)
                : shut();
    }

    private @Nullable Void keep(HeldPort port) {
        held = port;
        return null;
    }

    private Future<Void> silence(Set<Direction> directions) {
        silent.clear();
        silent.addAll(directions);
        pairs.forEach(pair -> pair.silence(silent));
        if (silent.isEmpty()) {
            List.copyOf(waiting).forEach(this::connect);
        }
        return listen();
    }

    private Future<Void> slowDown(Delay next) {
        delay = next;
        jitter = new SplittableRandom(next.seed());
        pairs.forEach(pair -> pair.delay(delay, jitter));
        return Future.succeededFuture();
    }

    private Future<Void> closeNow() {
        release();
        return shut().compose(shut -> client.close()).compose(closed -> vertx.undeploy(context.deploymentID()));
    }

    private Future<Void> shut() {
        NetServer closing = server;
        server = null;
        List.copyOf(pairs).forEach(Pair::reset);
        List.copyOf(waiting).forEach(TcpReset::reset);
        waiting.clear();
        return closing == null ? Future.succeededFuture() : closing.close();
    }

    private void release() {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private void accept(NetSocket inbound) {
        if (server == null || pairs.size() + waiting.size() >= MAX_CONNECTIONS) {
            TcpReset.reset(inbound);
            return;
        }
        inbound.pause();
        inbound.closeHandler(closed -> waiting.remove(inbound));
        inbound.exceptionHandler(TcpLink::tell);
        waiting.add(inbound);
        if (silent.isEmpty()) {
            connect(inbound);
        }
    }

    private void connect(NetSocket inbound) {
        client.connect(target.port(), target.host())
                .onComplete(outbound -> join(inbound, outbound), failure -> refuse(inbound));
    }

    private void refuse(NetSocket inbound) {
        waiting.remove(inbound);
        TcpReset.reset(inbound);
    }

    private void join(NetSocket inbound, NetSocket outbound) {
        if (!waiting.remove(inbound)) {
            outbound.close();
            return;
        }
        Pair pair = new Pair(vertx, inbound, outbound);
        pairs.add(pair);
        pair.open(() -> pairs.remove(pair));
        pair.delay(delay, jitter);
        pair.silence(silent);
    }
}
