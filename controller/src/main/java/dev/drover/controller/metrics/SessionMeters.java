package dev.drover.controller.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of the agents' sessions. */
public final class SessionMeters {

    /** What an agent said. */
    public enum MessageType {
        /** Who it is. */
        HELLO,
        /** What it saw. */
        REPORT,
        /** It serves by a publication. */
        APPLIED,
        /** It does not. */
        REFUSED,
        /** A type that this build does not know. */
        UNKNOWN
    }

    /** Why something that was said, or was to be said, went nowhere. */
    public enum DropReason {
        /** The agent says more than it may. */
        RATE,
        /** A report that is a duplicate, or older than one that was read. */
        STALE,
        /** A policy that a newer one overtook before the agent had read the one before. */
        CONFLATED
    }

    /** Why a session ended. */
    public enum CloseReason {
        /** The agent, or the network, ended it. */
        LEFT,
        /** A newer session of the same agent took its place, or it was itself the older one. */
        REPLACED,
        /** It said something that cannot be read, or breaks a rule. */
        UNREADABLE,
        /** It did not say who it is in time. */
        SILENT,
        /** It said more than it may, for long. */
        FLOOD,
        /** It does not answer pings. */
        UNANSWERED,
        /** It does not read. */
        STUCK,
        /** This controller stops. */
        SHUTDOWN
    }

    private final AtomicLong active = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final AtomicLong oldestReportMillis = new AtomicLong();
    private final MeterOf<MessageType, Counter> messages;
    private final MeterOf<DropReason, Counter> dropped;
    private final MeterOf<CloseReason, Counter> closed;
    private final Timer fanOut;

    SessionMeters(MeterRegistry registry) {
        Gauge.builder("drover.session.active", active, AtomicLong::get).register(registry);
        Gauge.builder("drover.agent.behind", behind, AtomicLong::get).register(registry);
        TimeGauge.builder("drover.report.age", oldestReportMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .register(registry);
        this.messages = counters(registry, "drover.session.messages", "type", MessageType.class);
        this.dropped = counters(registry, "drover.session.dropped", "reason", DropReason.class);
        this.closed = counters(registry, "drover.session.closed", "reason", CloseReason.class);
        this.fanOut = Timer.builder("drover.session.fanout").register(registry);
    }

    private static <K extends Enum<K>> MeterOf<K, Counter> counters(
            MeterRegistry registry, String name, String tag, Class<K> values) {
        return new MeterOf<>(
                values,
                value -> Counter.builder(name).tag(tag, MeterOf.tag(value)).register(registry));
    }

    /** An agent said something. */
    public void heard(MessageType type) {
        messages.get(type).increment();
    }

    /** Something went nowhere. */
    public void dropped(DropReason reason) {
        dropped.get(reason).increment();
    }

    /** A session ended. */
    public void closed(CloseReason reason) {
        closed.get(reason).increment();
    }

    /** A new policy was handed to every session, in that time, in ns. */
    public void fannedOut(long nanos) {
        fanOut.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** How many agents have a session now. */
    public void active(int agents) {
        active.set(agents);
    }

    /**
     * How far the agents that have a session are behind.
     *
     * @param agentsBehind how many of them do not serve by the newest publication
     * @param oldestMillis the age of the oldest of their last reports, in ms; 0 if there is none
     */
    public void behind(int agentsBehind, long oldestMillis) {
        behind.set(agentsBehind);
        oldestReportMillis.set(oldestMillis);
    }
}
