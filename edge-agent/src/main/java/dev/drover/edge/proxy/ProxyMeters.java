package dev.drover.edge.proxy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The proxy's meters: {@code drover.proxy.request} by region and outcome, {@code drover.proxy.retry} by outcome.
 *
 * <p>Confined to the agent's context.
 */
final class ProxyMeters {

    private final MeterRegistry registry;
    private final Map<String, Map<Outcome, Timer>> requests = new TreeMap<>();
    private final Counter retriesSent;
    private final Counter retriesDenied;

    ProxyMeters(MeterRegistry registry) {
        this.registry = registry;
        this.retriesSent = retryCounter(registry, "sent");
        this.retriesDenied = retryCounter(registry, "denied");
    }

    /**
     * A user's request has ended.
     *
     * @param region whoever was asked last: a region, {@code shed} or {@code none}
     */
    void request(String region, Outcome outcome, long elapsedNanos) {
        requests.computeIfAbsent(region, r -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(outcome, o -> timer(region, o))
                .record(elapsedNanos, TimeUnit.NANOSECONDS);
    }

    /** A request goes to the understudy. */
    void retrySent() {
        retriesSent.increment();
    }

    /** A request would have gone to the understudy, but the budget is empty. */
    void retryDenied() {
        retriesDenied.increment();
    }

    private Timer timer(String region, Outcome outcome) {
        return Timer.builder("drover.proxy.request")
                .description("Users' requests, from their arrival to the end of the answer")
                .tag("region", region)
                .tag("outcome", outcome.tag())
                .register(registry);
    }

    private static Counter retryCounter(MeterRegistry registry, String outcome) {
        return Counter.builder("drover.proxy.retry")
                .description("Second tries at a slot's understudy: sent, or denied by the budget")
                .tag("outcome", outcome)
                .register(registry);
    }
}
