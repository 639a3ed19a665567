package dev.drover.lab.homepage;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks a region and mends it, while it runs. One fault at a time; changes happen in the order in which they are asked
 * for.
 *
 * <p>Requests in flight when a fault begins: {@link Fault.Dark} resets them, {@link Fault.BlackHole} never answers them,
 * the others leave them alone. When a black hole ends, every connection that was open is reset: nobody is answered late.
 *
 * <p>May be called from any thread; the state is confined to the region's event loop.
 */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final String region;
    private final Context context;
    private final Listener listener;
    private final Pages pages;
    private volatile Fault current = new Fault.None();
    private Future<Fault> lastChange = Future.succeededFuture(current);

    Faults(String region, Context context, Listener listener, Pages pages) {
        this.region = region;
        this.context = context;
        this.listener = listener;
        this.pages = pages;
    }

    /** What is wrong now. */
    public Fault current() {
        return current;
    }

    /** Puts this fault in the place of the current one; done when it is in force. */
    public Future<Fault> inject(Fault fault) {
        Promise<Fault> done = Promise.promise();
        context.runOnContext(now -> changeNext(fault).onComplete(done));
        return done.future();
    }

    /** Mends everything; done when the region serves again. */
    public Future<Fault> heal() {
        return inject(new Fault.None());
    }

    /** Completes when the changes asked for so far have come to an end, whichever. Called on the event loop. */
    Future<Fault> settled() {
        return lastChange.otherwise(failure -> current);
    }

    private Future<Fault> changeNext(Fault next) {
        lastChange = lastChange.transform((last, failure) -> change(next));
        return lastChange;
    }

    private Future<Fault> change(Fault next) {
        return next.equals(current)
                ? Future.succeededFuture(next)
                : end().compose(ended -> begin(next)).map(next);
    }

    private Future<Void> end() {
        if (current instanceof Fault.BlackHole) {
            listener.resetAll();
        }
        return current instanceof Fault.Dark ? listener.open() : Future.succeededFuture();
    }

    private Future<Void> begin(Fault next) {
        LOG.atInfo().addKeyValue("region", region).addKeyValue("fault", next).log("region fault changed");
        current = next;
        pages.suffer(next);
        return next instanceof Fault.Dark ? listener.goDark() : Future.succeededFuture();
    }
}
