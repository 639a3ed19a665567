package dev.drover.edge.proxy;

import dev.drover.edge.route.Steering;
import io.vertx.core.Context;
import java.util.function.BooleanSupplier;

/**
 * What every request of a proxy shares.
 *
 * @param closing whether the proxy is being closed, so that connections end with their answers
 */
record Surroundings(
        Context context,
        Steering steering,
        Upstreams upstreams,
        OwnAnswers answers,
        ProxyMeters meters,
        BooleanSupplier closing) {}
