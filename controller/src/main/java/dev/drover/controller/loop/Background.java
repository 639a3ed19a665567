package dev.drover.controller.loop;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** Where work is done that would hold up the controller's context. */
@FunctionalInterface
public interface Background {

    /** Runs pure work elsewhere; the future completes on the controller's context, and fails with what the work threw. */
    <T> Future<T> run(Callable<T> work);
}
