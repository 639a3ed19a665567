package dev.drover.controller.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * All meters of a controller: those of its loop here, those of sessions, REST and regions in classes of their own.
 *
 * <p>The methods may be called from any thread; {@link #scrape} asks the supplier of {@link #watchRegions} on the
 * thread that scrapes.
 */
public final class ControllerMeters {

    private final PrometheusMeterRegistry registry;
    private final SessionMeters sessions;
    private final RestMeters rest;
    private final RegionMeters regions;
    private final AtomicLong leading = new AtomicLong();
    private final AtomicLong epoch = new AtomicLong();
    private final AtomicLong revision = new AtomicLong();
    private final AtomicLong storeConnected = new AtomicLong();
    private final Counter takeovers;
    private final Timer changed;
    private final Timer unchanged;
    private final MeterOf<StoreWrite, MeterOf<WriteOutcome, Timer>> writes;

    /** Registers every meter, so that each is there from the start with the value 0. */
    public ControllerMeters(PrometheusMeterRegistry registry) {
        this.registry = registry;
        this.sessions = new SessionMeters(registry);
        this.rest = new RestMeters(registry);
        this.regions = new RegionMeters(registry);
        Gauge.builder("drover.election.leading", leading, AtomicLong::get).register(registry);
        Gauge.builder("drover.election.epoch", epoch, AtomicLong::get).register(registry);
        Gauge.builder("drover.policy.revision", revision, AtomicLong::get).register(registry);
        Gauge.builder("drover.store.connected", storeConnected, AtomicLong::get).register(registry);
        this.takeovers = Counter.builder("drover.election.takeovers").register(registry);
        this.changed = decisionTimer(registry, "changed");
        this.unchanged = decisionTimer(registry, "unchanged");
        this.writes = new MeterOf<>(StoreWrite.class, write -> writeTimers(registry, write));
    }

    private static Timer decisionTimer(MeterRegistry registry, String outcome) {
        return Timer.builder("drover.decision").tag("outcome", outcome).register(registry);
    }

    private static MeterOf<WriteOutcome, Timer> writeTimers(MeterRegistry registry, StoreWrite write) {
        return new MeterOf<>(WriteOutcome.class, outcome -> Timer.builder("drover.store.write")
                .tag("write", MeterOf.tag(write))
                .tag("outcome", MeterOf.tag(outcome))
                .register(registry));
    }

    /** The meters of the agents' sessions. */
    public SessionMeters sessions() {
        return sessions;
    }

    /** The meters of the REST interface. */
    public RestMeters rest() {
        return rest;
    }

    /**
     * Whether this controller leads turned.
     *
     * @param leads whether it does now
     * @param highestEpoch the highest epoch that it knows of, 0 if none
     */
    public void leading(boolean leads, long highestEpoch) {
        if (leads && leading.get() == 0) {
            takeovers.increment();
        }
        leading.set(leads ? 1 : 0);
        epoch.set(highestEpoch);
    }

    /** Which revision is in force as far as this controller knows; 0 if none. */
    public void inForce(long newestRevision) {
        revision.set(newestRevision);
    }

    /** Whether the store can be reached turned. */
    public void storeConnected(boolean connected) {
        storeConnected.set(connected ? 1 : 0);
    }

    /** A decision was made in that time, in ns; whether it asks for a publication. */
    public void decided(long nanos, boolean change) {
        (change ? changed : unchanged).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** An attempt to publish ended after that time, in ns. */
    public void published(WriteOutcome outcome, long nanos) {
        wrote(StoreWrite.PUBLICATION, outcome, nanos);
    }

    /** A write to the store ended after that time, in ns. */
    public void wrote(StoreWrite write, WriteOutcome outcome, long nanos) {
        writes.get(write).get(outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** From where the gauges of regions are fed; asked once for each scrape. */
    public void watchRegions(Supplier<RegionFigures> figures) {
        regions.watch(figures);
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        regions.refresh();
        return registry.scrape();
    }
}
