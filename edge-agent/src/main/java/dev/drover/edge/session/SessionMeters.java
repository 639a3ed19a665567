package dev.drover.edge.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What sessions count. */
final class SessionMeters {

    private final Counter connects;
    private final Counter failures;
    private final Counter unreadable;
    private final Counter unknown;
    private final Counter dropped;

    SessionMeters(MeterRegistry registry) {
        connects = Counter.builder("drover.agent.session.connects")
                .description("Sessions that came up")
                .register(registry);
        failures = Counter.builder("drover.agent.session.failures")
                .description("Sessions that ended or never came up")
                .register(registry);
        unreadable = Counter.builder("drover.agent.session.unreadable")
                .description("Messages from controllers that could not be read")
                .register(registry);
        unknown = Counter.builder("drover.agent.session.unknown")
                .description("Messages from controllers of a type that this build does not know")
                .register(registry);
        dropped = Counter.builder("drover.agent.session.dropped")
                .description("Messages to a controller that was too slow to take them")
                .register(registry);
    }

    void cameUp() {
        connects.increment();
    }

    void ended() {
        failures.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void dropped() {
        dropped.increment();
    }
}
