package dev.drover.controller.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The meters of the REST interface. */
public final class RestMeters {

    private final Meter.MeterProvider<Timer> requests;

    RestMeters(MeterRegistry registry) {
        this.requests = Timer.builder("drover.rest.request").withRegistry(registry);
    }

    /**
     * A request was answered.
     *
     * @param route the template of the path, never the path that was asked for
     * @param status 100 to 599
     * @param nanos since the request's head was read
     */
    public void answered(String route, int status, long nanos) {
        requests.withTags("route", route, "status", Integer.toString(status)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
