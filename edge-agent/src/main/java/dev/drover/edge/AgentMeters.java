package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.View;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What an agent counts for monitoring. Regions are the policy's, so that no request can make a series. */
final class AgentMeters {

    private final MeterRegistry registry;
    private final SortedMap<RegionId, OfRegion> regions = new TreeMap<>();
    final Counter arrived;
    final Counter failed;
    final Counter shed;
    final Counter retried;
    final Counter retriesDenied;
    final Counter adopted;
    final Counter refused;
    final Counter ignored;
    final Counter overlays;
    final Counter diskFaults;

    AgentMeters(MeterRegistry registry, Supplier<AgentStatus> status) {
        this.registry = registry;
        arrived = counter("drover.agent.users.arrived", "Users' requests that came");
        failed = counter("drover.agent.users.failed", "Users' requests that users saw fail");
        shed = counter("drover.agent.users.shed", "Users' requests that got the static answer");
        retried = counter("drover.agent.retries", "Requests sent to an understudy");
        retriesDenied = counter("drover.agent.retries.denied", "Retries that the budget did not allow");
        adopted = counter("drover.agent.policies.adopted", "Publications obeyed");
        refused = counter("drover.agent.policies.refused", "Publications refused");
        ignored = counter("drover.agent.policies.ignored", "Publications that were in force already");
        overlays = counter("drover.agent.overlays", "Overlays begun");
        diskFaults = counter("drover.agent.disk.faults", "Things kept that could not be read, or could not be kept");
        gauge(
                "drover.agent.ready",
                "Whether a policy is in force",
                () -> status.get().ready() ? 1 : 0);
        gauge(
                "drover.agent.stale",
                "Whether no controller was heard for long",
                () -> status.get().stale() ? 1 : 0);
        gauge(
                "drover.agent.overlay",
                "Whether an overlay is in force",
                () -> status.get().overlay() == null ? 0 : 1);
        gauge("drover.agent.sessions", "Controllers with a session", () -> status.get()
                .sessionsUp());
        gauge("drover.agent.epoch", "Of the policy in force; 0 if none", () -> numberOf(status.get(), PolicyId::epoch));
        gauge(
                "drover.agent.revision",
                "Of the policy in force; 0 if none",
                () -> numberOf(status.get(), PolicyId::revision));
    }

    private static long numberOf(AgentStatus status, ToLongFunction<PolicyId> number) {
        PolicyId policy = status.policy();
        return policy == null ? 0 : number.applyAsLong(policy);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, Supplier<? extends Number> value) {
        Gauge unused = Gauge.builder(name, value::get).description(description).register(registry);
    }

    /** Meters for these regions from now on; those of others are removed. */
    void keepOnly(SortedMap<RegionId, View> views) {
        List<RegionId> gone = new ArrayList<>(regions.keySet());
        gone.removeAll(views.keySet());
        gone.forEach(region -> remove(regions.remove(region)));
        views.keySet().forEach(region -> regions.computeIfAbsent(region, added -> new OfRegion(registry, added)));
        views.forEach(this::view);
    }

    private void remove(@Nullable OfRegion gone) {
        if (gone != null) {
            gone.meters.forEach(registry::remove);
        }
    }

    void view(RegionId region, View view) {
        OfRegion of = regions.get(region);
        if (of != null) {
            of.lost = view == View.LOST ? 1 : 0;
        }
    }

    void probe(RegionId region, boolean ok) {
        OfRegion of = regions.get(region);
        if (of != null) {
            (ok ? of.probesGood : of.probesBad).increment();
        }
    }

    void request(RegionId region, boolean ok) {
        OfRegion of = regions.get(region);
        if (of != null) {
            (ok ? of.requestsGood : of.requestsBad).increment();
        }
    }

    /** The meters of one region. */
    private static final class OfRegion {
        private final List<Meter> meters = new ArrayList<>();
        private final Counter probesGood;
        private final Counter probesBad;
        private final Counter requestsGood;
        private final Counter requestsBad;
        private volatile int lost;

        OfRegion(MeterRegistry registry, RegionId region) {
            probesGood = counter(registry, "drover.agent.probes", region, "good");
            probesBad = counter(registry, "drover.agent.probes", region, "bad");
            requestsGood = counter(registry, "drover.agent.requests", region, "good");
            requestsBad = counter(registry, "drover.agent.requests", region, "bad");
            meters.add(Gauge.builder("drover.agent.region.lost", this, of -> of.lost)
                    .description("Whether the agent's own view of the region is LOST")
                    .tag("region", region.value())
                    .strongReference(true)
                    .register(registry));
        }

        private Counter counter(MeterRegistry registry, String name, RegionId region, String outcome) {
            Counter counter = Counter.builder(name)
                    .description("How they ended, confirmation probes and retries included")
                    .tag("region", region.value())
                    .tag("outcome", outcome)
                    .register(registry);
            meters.add(counter);
            return counter;
        }
    }
}
