package dev.drover.simulation.rehearsal.record;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.decision.Decision;
import dev.drover.edge.AgentStatus;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.Witness;
import dev.drover.simulation.node.SimulatedAgent;
import dev.drover.simulation.node.SimulatedController;
import dev.drover.simulation.node.Users;
import dev.drover.simulation.region.SimulatedRegion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Watches a fleet and writes down what expectations may look at, and the story for people. */
public final class Recorder implements Witness {

    /** How exact the times of what no fact tells are. */
    public static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private static final int LOOKS_A_SECOND = 10;

    private final SimulatedFleet fleet;
    private final Recording recording;
    private final Story story;
    private final long zeroNanos;
    private final SortedMap<AgentId, UserCount> before = new TreeMap<>();
    private final SortedMap<AgentId, UserCount> latest = new TreeMap<>();
    private String newestEpoch = "";
    private long looks;

    /**
     * A recorder that sees what comes from now on.
     *
     * @param zeroNanos when the scenario begins, in the fleet's time
     */
    public Recorder(SimulatedFleet fleet, Recording recording, Story story, long zeroNanos) {
        this.fleet = fleet;
        this.recording = recording;
        this.story = story;
        this.zeroNanos = zeroNanos;
    }

    /** Looks at once and from now on, beside what it is told. */
    public void start() {
        fleet.history().add(this);
        look();
    }

    private void look() {
        leader().ifPresent(this::verdicts);
        leadership();
        if (looks % LOOKS_A_SECOND == 0) {
            for (SimulatedRegion region : fleet.regions()) {
                recording.load(region.id()).set(now(), region.loadRps() / capacityRps(region.id()));
            }
            fleet.agents().forEach(this::agent);
            users();
        }
        looks++;
        fleet.time().after(LOOKS_EVERY.toNanos(), this::look);
    }

    private long now() {
        return fleet.time().nanos() - zeroNanos;
    }

    /** What the controller that took the newest epoch has decided; others may believe that they lead. */
    private Optional<Decision> leader() {
        return fleet.controllers().stream()
                .filter(controller -> newestEpoch.startsWith(controller.node().name() + ".")
                        && controller.view().leads())
                .findFirst()
                .flatMap(SimulatedController::decision);
    }

    @Override
    public void saw(Fact fact, long nanos) {
        if (fact instanceof Fact.Published published) {
            published(published);
        } else if (fact instanceof Fact.Applied applied) {
            agent(applied.agent());
        } else if (fact instanceof Fact.OverlayTurned turned) {
            agent(turned.agent());
            tell(fact);
        } else if (fact instanceof Fact.AgentStarted started) {
            agent(started.agent());
            tell(fact);
        } else {
            moment(fact);
        }
    }

    private void moment(Fact fact) {
        if (fact instanceof Fact.EpochTaken taken) {
            newestEpoch = taken.writer();
            add(Moment.Kind.EPOCH_TAKEN, Optional.empty());
        } else if (fact instanceof Fact.OrderAcknowledged order) {
            add(Moment.Kind.ORDER_COMMITTED, Optional.of(order.order().region()));
        } else if (fact instanceof Fact.OrderFailed) {
            add(Moment.Kind.ORDER_REFUSED, Optional.empty());
        } else if (fact instanceof Fact.Refused) {
            add(Moment.Kind.POLICY_REFUSED, Optional.empty());
        } else if (fact instanceof Fact.Fenced) {
            add(Moment.Kind.WRITE_REFUSED, Optional.empty());
        } else if (!(fact instanceof Fact.Happened || fact instanceof Fact.StoreReplaced)) {
            return;
        }
        tell(fact);
    }

    private void add(Moment.Kind kind, Optional<RegionId> region) {
        recording.add(new Moment(now(), kind, region.orElse(null)));
    }

    private void tell(Fact fact) {
        story.tell(now(), fact.line());
    }

    private void published(Fact.Published published) {
        SortedMap<EdgeId, SlotTable> tables = published.publication().policy().edges();
        List<Cause> causes = published.publication().causes();
        Planned planned =
                new Planned(published.publication().policy().id(), tables, demand(published.decision()), causes);
        published.decision().ifPresent(this::verdicts);
        boolean moved = recording.published().at(now()).map(Planned::tables).stream()
                .noneMatch(slots -> Weights.all(slots).equals(Weights.all(tables)));
        recording.published().set(now(), Optional.of(planned));
        StringBuilder line = new StringBuilder("published " + planned.id() + ":");
        causes.forEach(cause -> line.append(' ').append(cause.sentence()));
        if (moved) {
            line.append(" Weights: ").append(Weights.shown(tables)).append('.');
        }
        story.tell(now(), line.toString());
    }

    private SortedMap<EdgeId, Double> demand(Optional<Decision> decision) {
        SortedMap<EdgeId, Double> demand = new TreeMap<>();
        policy().edges().forEach((edge, steered) -> demand.put(edge, steered.expectedDemandRps()));
        decision.ifPresent(
                made -> made.fleet().edges().forEach((edge, planned) -> demand.put(edge, planned.demandRps())));
        return demand;
    }

    private void verdicts(Decision decision) {
        decision.next().memory().regions().forEach((region, state) -> {
            RegionVerdict verdict = state.judgement().verdict();
            if (recording.verdict(region).at(now()) != verdict.verdict()) {
                recording.verdict(region).set(now(), verdict.verdict());
                story.tell(
                        now(),
                        region + " is " + verdict.verdict() + ": "
                                + verdict.evidence().sentence());
            }
        });
    }

    private void leadership() {
        List<Fact.ControllerView> views =
                fleet.controllers().stream().map(SimulatedController::view).toList();
        Leadership next = new Leadership(
                views.stream()
                        .filter(Fact.ControllerView::leads)
                        .map(Fact.ControllerView::name)
                        .toList(),
                views.stream().flatMap(Recorder::told).distinct().toList());
        List<String> known = recording.leadership().at(now()).notes();
        next.notes().stream().filter(note -> !known.contains(note)).forEach(note -> story.tell(now(), "told: " + note));
        recording.leadership().set(now(), next);
    }

    private static Stream<String> told(Fact.ControllerView view) {
        Stream<String> held = Stream.of(view.held()).filter(reason -> !reason.isEmpty());
        return Stream.concat(held, view.notes().stream().map(Note::sentence));
    }

    private void agent(AgentId id) {
        fleet.agents().stream().filter(agent -> agent.id().equals(id)).forEach(this::agent);
    }

    private void agent(SimulatedAgent agent) {
        recording
                .agent(agent.id())
                .set(now(), agent.status().map(Recorder::stateOf).orElse(AgentState.OFF));
    }

    private static AgentState stateOf(AgentStatus status) {
        return new AgentState(
                status.policy(),
                status.overlay() == null ? null : status.overlay().region(),
                status.weights());
    }

    /** Agents count from their boot: what they had counted before it is kept. */
    private void users() {
        SortedMap<EdgeId, UserCount> sums = new TreeMap<>();
        for (SimulatedAgent agent : fleet.agents()) {
            UserCount last = latest.getOrDefault(agent.id(), UserCount.NONE);
            UserCount seen = agent.users().map(Recorder::countOf).orElse(UserCount.NONE);
            if (seen.arrived() < last.arrived()) {
                before.merge(agent.id(), last, UserCount::plus);
            }
            latest.put(agent.id(), seen);
            UserCount all = before.getOrDefault(agent.id(), UserCount.NONE).plus(seen);
            sums.merge(agent.id().edge(), all, UserCount::plus);
        }
        sums.forEach((edge, count) -> recording.users(edge).set(now(), count));
    }

    private static UserCount countOf(Users.Fortune fortune) {
        return new UserCount(fortune.arrived(), fortune.failed(), fortune.shed());
    }

    private SteeringPolicy policy() {
        return recording.policy();
    }

    private double capacityRps(RegionId region) {
        double capacity = Optional.ofNullable(policy().regions().get(region))
                .map(steered -> steered.capacityRps())
                .orElse(0.0);
        return Math.max(capacity, Double.MIN_NORMAL);
    }
}
