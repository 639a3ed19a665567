package dev.drover.decision;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.json.Json;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.order.Restoration;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.observe.Reading;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A fleet that reports each second and a leader that decides twice a second, in virtual time.
 *
 * <p>Three regions and five edges as in the demo; what a region does to probes and requests can be changed at any time.
 */
final class World {

    static final RegionId EAST = RegionId.of("us-east-1");
    static final RegionId WEST = RegionId.of("us-west-2");
    static final RegionId EU = RegionId.of("eu-west-1");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String POLICY =
            """
            service: homepage
            utilization: {target: 0.65, max: 0.95}
            regions:
              eu-west-1: {capacityRps: 280, origins: ["http://127.0.0.1:7201"]}
              us-east-1: {capacityRps: 280, origins: ["http://127.0.0.1:7202"]}
              us-west-2: {capacityRps: 280, origins: ["http://127.0.0.1:7203"]}
            edges:
              fra: {expectedDemandRps: 100, latencyMs: {eu-west-1: 5, us-east-1: 85, us-west-2: 140}}
              gru: {expectedDemandRps: 100, latencyMs: {eu-west-1: 190, us-east-1: 110, us-west-2: 170}}
              iad: {expectedDemandRps: 100, latencyMs: {eu-west-1: 80, us-east-1: 4, us-west-2: 60}}
              nrt: {expectedDemandRps: 100, latencyMs: {eu-west-1: 220, us-east-1: 150, us-west-2: 95}}
              sfo: {expectedDemandRps: 100, latencyMs: {eu-west-1: 140, us-east-1: 62, us-west-2: 20}}
            """;

    private SteeringPolicy policy;
    private String policySha256 = "0".repeat(64);
    private final SortedMap<EdgeId, EdgeObservation> edges = new TreeMap<>();
    private final SortedMap<EdgeId, Double> demandRps = new TreeMap<>();
    private final List<Evacuation> orders = new ArrayList<>();
    private final List<Decision> published = new ArrayList<>();
    private Predicate<EdgeId> reporting = edge -> true;
    private Duration agentsAhead = Duration.ZERO;
    private Duration step = Duration.ofMillis(500);
    private double noise;
    private Instant now = START;
    private DecisionState state = DecisionState.blank();
    private Decision last;
    private Receipt receipt;
    private final SplittableRandom dice = new SplittableRandom(7);
    private final Conditions conditions = new Conditions(dice);
    private long sequence;

    World() {
        this("");
    }

    /** With other parameters, as YAML that is laid over the defaults. */
    World(String more) {
        this(SteeringPolicies.read("world.yaml", POLICY + more));
    }

    /** Any other fleet, with the demand that is expected there. */
    World(SteeringPolicy policy) {
        this.policy = policy;
        policy.edges().forEach((edge, steered) -> demandRps.put(edge, steered.expectedDemandRps()));
        last = Decider.decide(state, inputs(), now);
        take(last);
    }

    @CanIgnoreReturnValue
    World failing(RegionId region, double part) {
        conditions.failing.put(region, part);
        return this;
    }

    @CanIgnoreReturnValue
    World healed(RegionId region) {
        conditions.failing.remove(region);
        return this;
    }

    @CanIgnoreReturnValue
    World demand(String edge, double rps) {
        demandRps.put(EdgeId.of(edge), rps);
        return this;
    }

    @CanIgnoreReturnValue
    World reporting(Predicate<EdgeId> edges) {
        reporting = edges;
        return this;
    }

    /** These edges call every region LOST, whatever they see. */
    @CanIgnoreReturnValue
    World lying(Predicate<EdgeId> edges) {
        conditions.lying = edges;
        conditions.slandered = region -> true;
        return this;
    }

    /** Whoever lies calls only that region LOST. */
    @CanIgnoreReturnValue
    World lyingAbout(RegionId region) {
        conditions.slandered = region::equals;
        return this;
    }

    /** From now on that part of users' requests fails everywhere, and no probe. */
    @CanIgnoreReturnValue
    World failingUsers(double part) {
        conditions.failingUsers = part;
        return this;
    }

    /** From now on that part of users' requests to one region fails, and no probe. */
    @CanIgnoreReturnValue
    World failingUsersOf(RegionId region, double part) {
        conditions.failingUsersOf.put(region, part);
        return this;
    }

    /** Whose users fail where users fail of one region; all, unless it is said. */
    @CanIgnoreReturnValue
    World unhappy(Predicate<EdgeId> edges) {
        conditions.unhappy = edges;
        return this;
    }

    /** From now on all answers of that region take so long; 40 ms is usual. */
    @CanIgnoreReturnValue
    World answeringIn(RegionId region, double ms) {
        conditions.latencyMs.put(region, ms);
        return this;
    }

    /** From now on that part of users' requests is refused for want of capacity. */
    @CanIgnoreReturnValue
    World refusing(RegionId region, double part) {
        conditions.refusing.put(region, part);
        return this;
    }

    /** From now on the agents' clocks are ahead of the leader's. */
    @CanIgnoreReturnValue
    World agentsAhead(Duration by) {
        agentsAhead = by;
        return this;
    }

    @CanIgnoreReturnValue
    World evacuate(RegionId region, Pace pace) {
        orders.add(new Evacuation(
                OrderId.of("order-" + orders.size()),
                ServiceId.of("homepage"),
                region,
                pace,
                "operator",
                "drill",
                now,
                now.plus(Duration.ofHours(4)),
                null));
        return this;
    }

    /** Ends every order. */
    @CanIgnoreReturnValue
    World restore() {
        orders.replaceAll(order -> order.restored(new Restoration("operator", now)));
        return this;
    }

    /** From now on another steering policy holds. */
    @CanIgnoreReturnValue
    World steeredBy(SteeringPolicy next) {
        policy = next;
        policySha256 = "1".repeat(64);
        edges.keySet().retainAll(next.edges().keySet());
        next.edges().forEach((edge, steered) -> demandRps.putIfAbsent(edge, steered.expectedDemandRps()));
        return this;
    }

    /** Another leader takes over: all that it knows of the past is what was stored. */
    @CanIgnoreReturnValue
    World ledByAnother() {
        Memory stored = Json.readMessage(Json.write(state.memory()), Memory.class);
        SortedMap<EdgeId, SlotTable> tables = new TreeMap<>(state.tables());
        tables.replaceAll((edge, table) -> Json.readMessage(Json.write(table), SlotTable.class));
        state = new DecisionState(tables, stored);
        return this;
    }

    /** From now on it is decided this often; a whole second, or a part of it. */
    @CanIgnoreReturnValue
    World every(Duration decision) {
        step = decision;
        return this;
    }

    /** From now on demand differs from one report to the next by up to that part, up or down. */
    @CanIgnoreReturnValue
    World noise(double part) {
        noise = part;
        return this;
    }

    /** Reports at whole seconds, and a decision at each step. */
    @CanIgnoreReturnValue
    World run(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(step);
            if (now.toEpochMilli() % 1_000 == 0) {
                report();
            }
            decide();
        }
        return this;
    }

    @CanIgnoreReturnValue
    World run(long seconds) {
        return run(Duration.ofSeconds(seconds));
    }

    @CanIgnoreReturnValue
    World runUntil(RegionId region, Verdict verdict, long mostSeconds) {
        Instant end = now.plusSeconds(mostSeconds);
        while (verdictOf(region) != verdict && now.isBefore(end)) {
            run(Duration.ofMillis(500));
        }
        return this;
    }

    private void report() {
        sequence++;
        policy.edges().forEach((edge, steered) -> {
            if (reporting.test(edge)) {
                EdgeObservation known = edges.getOrDefault(edge, EdgeObservation.NONE);
                edges.put(edge, known.with("1", "boot", reportOf(edge), Reading.of(edge, policy), now));
            }
        });
    }

    private Report reportOf(EdgeId edge) {
        double rps = demandRps.getOrDefault(edge, 0.0);
        rps *= noise > 0 ? 1 + noise * (2 * dice.nextDouble() - 1) : 1;
        SortedMap<RegionId, RegionReport> regions = new TreeMap<>();
        for (RegionId region : policy.regions().keySet()) {
            SlotTable table = state.tables().get(edge);
            long requests = Math.round(rps * (table == null ? 0 : table.weightOf(Owner.of(region))) / 10_000);
            regions.put(region, conditions.seen(edge, region, requests));
        }
        return new Report(
                sequence, now.plus(agentsAhead), 1_000, new UserTally(Math.round(rps), 0, 0, 0), regions, null, false);
    }

    private void decide() {
        take(again());
    }

    /** What would be decided here and now, from what was decided last. */
    Decision again() {
        return Decider.decide(state, inputs(), now);
    }

    private void take(Decision decision) {
        if (decision.isNews()) {
            published.add(decision);
            receipt = Receipts.of(state, inputs(), decision, now);
        }
        last = decision;
        state = decision.next();
    }

    /** Of the last publication. */
    Receipt receipt() {
        return receipt;
    }

    private Inputs inputs() {
        return new Inputs(policy, policySha256, new Observations(edges), orders);
    }

    Access accessOf(RegionId region) {
        return state.memory().of(region, now).access();
    }

    /** Whether a note of that kind stands in the last decision. */
    boolean notes(Class<? extends Note> kind) {
        return last.notes().stream().anyMatch(kind::isInstance);
    }

    /** Whether a cause of that kind was ever published. */
    boolean published(Class<? extends Cause> kind) {
        return published.stream()
                .flatMap(decision -> decision.causes().stream())
                .anyMatch(kind::isInstance);
    }

    Verdict verdictOf(RegionId region) {
        return state.memory().of(region, now).judgement().kind();
    }

    /** Slots of all edges that the region owns. */
    int slotsOf(RegionId region) {
        return state.tables().values().stream()
                .mapToInt(table -> table.weightOf(Owner.of(region)))
                .sum();
    }

    double utilizationOf(RegionId region) {
        double rps = last.fleet().loads(state.tables()).getOrDefault(region, 0.0);
        return rps / policy.regions().get(region).capacityRps();
    }

    double shedRps() {
        return last.fleet().shedRps(state.tables());
    }

    double seconds() {
        return Duration.between(START, now).toMillis() / 1_000.0;
    }

    SortedMap<EdgeId, SlotTable> tables() {
        return state.tables();
    }

    Decision last() {
        return last;
    }

    List<Decision> published() {
        return published;
    }

    SteeringPolicy policy() {
        return policy;
    }

    /** Counted in the order of their names, beginning anew after the last. */
    RegionId region(int index) {
        List<RegionId> all = List.copyOf(policy.regions().keySet());
        return all.get(index % all.size());
    }

    /** Counted as regions are. */
    EdgeId edge(int index) {
        List<EdgeId> all = List.copyOf(policy.edges().keySet());
        return all.get(index % all.size());
    }
}
