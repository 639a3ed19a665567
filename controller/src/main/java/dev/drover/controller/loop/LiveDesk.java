package dev.drover.controller.loop;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.rest.StatusView;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.controller.rest.Desk;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.session.KnownAgent;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.decision.Decision;
import dev.drover.decision.RegionState;
import dev.drover.decision.observe.EdgeObservation;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers what is asked of a controller from what its loop knows, whether it leads or not. */
public final class LiveDesk implements Desk {

    private final LoopSettings settings;
    private final LoopPorts ports;
    private final SteeringLoop loop;
    private final String build;
    private final AgentSessions sessions;
    private final SteeringStore store;
    private final Evacuations evacuations;
    private final Reports reports;

    /**
     * A desk beside that loop.
     *
     * @param background where what takes long is worked out
     */
    public LiveDesk(LoopSettings settings, LoopPorts ports, SteeringLoop loop, String build, Background background) {
        this.settings = settings;
        this.ports = ports;
        this.loop = loop;
        this.build = build;
        this.sessions = ports.sessions();
        this.store = ports.store();
        this.evacuations = new Evacuations(settings, ports, loop);
        this.reports = new Reports(ports.clock(), loop, background);
    }

    @Override
    public StatusView status() {
        Optional<Replica> replica = loop.replica();
        Steersman steersman = loop.steersman();
        List<String> notes = new ArrayList<>();
        if (!loop.isConnected()) {
            notes.add("the store cannot be reached: what is shown may be old, and nothing can be ordered");
        }
        steersman.held().ifPresent(notes::add);
        steersman.decision().ifPresent(decision -> decision.notes().forEach(note -> notes.add(note.sentence())));
        if (replica.isPresent() && replica.get().policy() == null) {
            notes.add("there is no steering policy yet: start a controller with --policy FILE");
        }
        return new StatusView(
                settings.controller(),
                build,
                replica.map(Replica::cluster).orElse(null),
                settings.service(),
                steersman.isLeading(),
                steersman.fence().map(Fence::epoch).orElse(null),
                replica.map(Replica::leader).orElse(null),
                loop.isConnected(),
                inForce().map(RoutingPolicy::id).orElse(null),
                notes);
    }

    @Override
    public boolean isReady() {
        return loop.replica().isPresent();
    }

    @Override
    public List<RegionView> regions() {
        Optional<SteeringPolicy> policy = policy();
        Optional<Decision> decision = loop.steersman().decision();
        if (policy.isEmpty() || decision.isEmpty()) {
            return List.of();
        }
        SortedMap<EdgeId, SlotTable> tables =
                inForce().map(RoutingPolicy::edges).orElse(new TreeMap<>());
        SortedMap<RegionId, Double> loads = decision.get().fleet().loads(tables);
        double totalRps = decision.get().fleet().demandRps();
        List<RegionView> views = new ArrayList<>();
        policy.get().regions().forEach((region, steered) -> {
            RegionState state = decision.get().next().memory().regions().get(region);
            if (state != null) {
                views.add(region(region, steered, state, loads.getOrDefault(region, 0.0), totalRps));
            }
        });
        return views;
    }

    private RegionView region(
            RegionId region, SteeredRegion steered, RegionState state, double plannedRps, double totalRps) {
        return new RegionView(
                region,
                state.judgement().verdict(),
                state.access().mark(),
                steered.capacityRps(),
                plannedRps,
                steered.capacityRps() > 0 ? plannedRps / steered.capacityRps() : 0,
                (int) Math.round(plannedRps / totalRps * 10_000),
                evacuations.activeFor(region).map(Evacuation::id).orElse(null));
    }

    @Override
    public List<EdgeView> edges() {
        Optional<SteeringPolicy> policy = policy();
        if (policy.isEmpty()) {
            return List.of();
        }
        Instant now = ports.clock().instant();
        Duration freshFor = policy.get().judge().freshFor();
        List<EdgeView> views = new ArrayList<>();
        policy.get().edges().forEach((edge, steered) -> {
            EdgeObservation seen = loop.gathering().observations().of(edge);
            views.add(new EdgeView(
                    edge,
                    seen.demandRps(steered.expectedDemandRps(), now),
                    seen.liveAgents(now, freshFor),
                    inForce()
                            .map(routing -> routing.edges().get(edge))
                            .map(SlotTable::weights)
                            .orElse(Collections.emptySortedMap()),
                    seen.overlaid(now, freshFor).stream()
                            .filter(steered.latencyMs()::containsKey)
                            .toList()));
        });
        return views;
    }

    @Override
    public List<AgentView> agents() {
        return sessions.agents().stream().map(KnownAgent::view).toList();
    }

    @Override
    public Optional<PublicationView> current() {
        return loop.replica()
                .flatMap(replica -> Optional.ofNullable(replica.publication()))
                .map(LiveDesk::view);
    }

    @Override
    public Future<Optional<PublicationView>> publication(long revision) {
        return store.readPublication(settings.service(), revision).map(found -> found.map(LiveDesk::view));
    }

    private static PublicationView view(Publication publication) {
        RoutingPolicy policy = publication.policy();
        PolicyId id = policy.id();
        return new PublicationView(
                policy.service(),
                id,
                policy.publishedAt(),
                publication.causes(),
                publication.causes().stream().map(Cause::sentence).toList(),
                policy.regions(),
                policy.edges(),
                publication.receipt());
    }

    @Override
    public Future<Optional<ContingencyReport>> contingencies() {
        return reports.contingencies();
    }

    @Override
    public SortedMap<RegionId, Double> shedIfLostRps() {
        return reports.shedIfLostRps();
    }

    @Override
    public List<EvacuationView> evacuations() {
        return evacuations.all();
    }

    @Override
    public Optional<EvacuationView> evacuation(OrderId id) {
        return evacuations.find(id);
    }

    @Override
    public Future<EvacuationView> evacuate(EvacuationRequest request) {
        return evacuations.evacuate(request);
    }

    @Override
    public Future<EvacuationView> restore(OrderId id, RestoreRequest request) {
        return evacuations.restore(id, request);
    }

    private Optional<SteeringPolicy> policy() {
        return loop.replica().flatMap(replica -> Optional.ofNullable(replica.policy()));
    }

    private Optional<RoutingPolicy> inForce() {
        return loop.replica()
                .flatMap(replica -> Optional.ofNullable(replica.publication()))
                .map(Publication::policy);
    }
}
