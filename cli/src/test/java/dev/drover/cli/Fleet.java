package dev.drover.cli;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.receipt.Alternative;
import dev.drover.api.receipt.Figures;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.ContingencyReport.Loss;
import dev.drover.api.rest.ContingencyReport.Outcome;
import dev.drover.api.rest.ContingencyReport.SecondLoss;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.Page;
import dev.drover.api.rest.Prediction;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.StatusView;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.UserTally;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Tally;
import dev.drover.api.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fleet of three regions in the middle of an evacuation of one of them, as a controller would show it. */
final class Fleet {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final RegionId EAST = RegionId.of("us-east-1");
    static final RegionId WEST = RegionId.of("us-west-2");
    static final RegionId EUROPE = RegionId.of("eu-west-1");
    static final OrderId ORDER = OrderId.of("0b1d7c52");

    private static final PolicyId POLICY = new PolicyId(ClusterId.of("6f1c2a9e-0b1d-4c57-9a53-2f6b8d1c7e10"), 3, 41);

    private Fleet() {}

    static StatusView status() {
        return new StatusView(
                "ctl-1",
                "0.1.0",
                POLICY.cluster(),
                ServiceId.of("homepage"),
                false,
                null,
                "ctl-2",
                true,
                POLICY,
                List.of("eu-west-1 would be the third region out of rotation: held by the guard maxAutoEvacuated."));
    }

    static StatusView statusOfAnEmptyStore() {
        return new StatusView(
                "ctl-1", "0.1.0", null, ServiceId.of("homepage"), false, null, null, false, null, List.of());
    }

    static Page<RegionView> regions() {
        Evidence lost = new Evidence(5, 4, new Tally(310, 240), new Tally(2000, 1900), 0.77);
        return new Page<>(List.of(
                region(EUROPE, Verdict.RECOVERING, lost, Mark.OPEN, new double[] {150, 1000, 0.15}, null),
                region(EAST, Verdict.HEALTHY, Evidence.NONE, Mark.DRAINING, new double[] {240, 1200, 0.2}, ORDER),
                region(WEST, Verdict.HEALTHY, Evidence.NONE, Mark.OPEN, new double[] {1110.4, 1200, 0.925}, null)));
    }

    private static RegionView region(
            RegionId id, Verdict verdict, Evidence evidence, Mark mark, double[] load, @Nullable OrderId order) {
        return new RegionView(
                id,
                new RegionVerdict(verdict, NOW.minus(Duration.ofMinutes(12)), evidence),
                mark,
                load[1],
                load[0],
                load[2],
                (int) Math.round(load[0] / 1500 * 10_000),
                order);
    }

    static Page<EdgeView> edges() {
        return new Page<>(List.of(
                new EdgeView(EdgeId.of("fra"), 300, 2, weights("eu-west-1=5000", "us-west-2=5000"), List.of()),
                new EdgeView(
                        EdgeId.of("iad"),
                        700.25,
                        1,
                        weights("us-east-1=1825", "us-west-2=8000", "eu-west-1=100", "shed=75"),
                        List.of(EUROPE)),
                new EdgeView(EdgeId.of("sea"), 500, 0, weights("us-west-2=10000"), List.of())));
    }

    private static SortedMap<Owner, Integer> weights(String... weights) {
        SortedMap<Owner, Integer> all = new TreeMap<>();
        for (String weight : weights) {
            String[] parts = weight.split("=", 2);
            all.put(Owner.parse(parts[0]), Integer.valueOf(parts[1]));
        }
        return all;
    }

    /** The loss of east would be survived, that of west not. */
    static ContingencyReport contingencies() {
        Outcome roomy = new Outcome(0, 0.93, WEST);
        Outcome full = new Outcome(310.5, 0.95, EUROPE);
        SortedMap<EdgeId, Double> shed = new TreeMap<>(Map.of(EdgeId.of("iad"), 210.5, EdgeId.of("sea"), 100.0));
        return new ContingencyReport(
                NOW,
                NOW.minusSeconds(4),
                roomy,
                List.of(
                        new Loss(EAST, true, new TreeMap<>(), roomy, roomy, new SecondLoss(WEST, full)),
                        new Loss(WEST, false, shed, full, roomy, new SecondLoss(EAST, full))));
    }

    static ContingencyReport secure() {
        ContingencyReport report = contingencies();
        return new ContingencyReport(
                report.reportedAt(),
                report.understudiesAt(),
                report.now(),
                report.losses().subList(0, 1));
    }

    static EvacuationView evacuation(EvacuationState state, int agentsDone, long slotsLeft) {
        Evacuation order = new Evacuation(
                ORDER,
                ServiceId.of("homepage"),
                EAST,
                Pace.PLANNED,
                "ops",
                "disk array replacement",
                NOW.minus(Duration.ofMinutes(5)),
                NOW.plus(Duration.ofMinutes(235)),
                null);
        return new EvacuationView(order, state, slotsLeft, agentsDone, 3, null);
    }

    static EvacuationView predicted(EvacuationState state) {
        EvacuationView view = evacuation(state, 0, 1825);
        Prediction prediction = new Prediction(
                new TreeMap<>(Map.of(EAST, 0.0, WEST, 0.95, EUROPE, 0.31)), 12.5, 240, List.of(EUROPE, WEST));
        return new EvacuationView(view.evacuation(), state, 1825, 0, 3, prediction);
    }

    static Page<EvacuationView> evacuations(EvacuationView... views) {
        return new Page<>(List.of(views));
    }

    static PublicationView publication() {
        List<Cause> causes =
                List.of(new Cause.EvacuationStep(ORDER, EAST, 40), new Cause.Shedding(12.5, List.of(EUROPE, WEST)));
        SlotTable slots = SlotTable.of(List.of(
                SlotRun.parse("0-1324 us-east-1/us-west-2"),
                SlotRun.parse("1325-1824 us-east-1/eu-west-1"),
                SlotRun.parse("1825-8999 us-west-2/us-east-1"),
                SlotRun.parse("9000-9824 us-west-2/shed/us-east-1"),
                SlotRun.parse("9825-9999 shed/shed/us-east-1")));
        return new PublicationView(
                ServiceId.of("homepage"),
                POLICY,
                NOW.minusSeconds(42),
                causes,
                causes.stream().map(Cause::sentence).toList(),
                new TreeMap<>(Map.of(
                        EAST, new RoutedRegion(List.of(URI.create("http://127.0.0.1:7301")), Mark.DRAINING),
                        WEST, new RoutedRegion(List.of(URI.create("http://127.0.0.1:7302")), Mark.OPEN),
                        EUROPE, new RoutedRegion(List.of(URI.create("http://127.0.0.1:7303")), Mark.CLOSED))),
                new TreeMap<>(Map.of(EdgeId.of("iad"), slots)),
                receipt());
    }

    private static Receipt receipt() {
        Evidence lost = new Evidence(5, 4, new Tally(310, 240), new Tally(2000, 1900), 0.77);
        return new Receipt(
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                new TreeMap<>(Map.of(
                        EUROPE, new RegionVerdict(Verdict.DOWN, NOW.minus(Duration.ofMinutes(12)), lost),
                        EAST, new RegionVerdict(Verdict.HEALTHY, NOW.minus(Duration.ofDays(3)), Evidence.NONE),
                        WEST, new RegionVerdict(Verdict.HEALTHY, NOW.minus(Duration.ofDays(3)), Evidence.NONE))),
                List.of(
                        new Limit.EdgeShed(EdgeId.of("iad"), 12.5),
                        new Limit.RegionFull(WEST, 0.949, 0.95),
                        new Limit.RegionReduced(EUROPE, 0)),
                new Figures(12.5, 0.949, 63.4, 240),
                List.of(
                        new Alternative(
                                Alternative.Option.STAY,
                                new Figures(12.5, 0.93, 61.2, 0),
                                Alternative.Reason.USES_CLOSED_REGION),
                        new Alternative(
                                Alternative.Option.SOLVE_ANEW,
                                new Figures(12.5, 0.95, 62.9, 411),
                                Alternative.Reason.MOVES_MORE)),
                List.of(new Note.Held("minInRotation", WEST, Verdict.DEGRADED, 1, 0)));
    }

    static Page<AgentView> agents() {
        PolicyId older = new PolicyId(POLICY.cluster(), 3, 40);
        Overlay overlay = new Overlay(EUROPE, NOW.minusSeconds(75), "3 of 3 confirmation probes failed");
        return new Page<>(List.of(
                new AgentView(
                        AgentId.of("fra/1"),
                        "0.1.0",
                        true,
                        350L,
                        POLICY,
                        null,
                        null,
                        false,
                        new UserTally(123_456, 0, 12, 0)),
                new AgentView(
                        AgentId.of("iad/1"),
                        "0.1.0",
                        true,
                        900L,
                        older,
                        "slot 17 has no owner (expected: runs that cover 0-9999 in order, each slot once)",
                        overlay,
                        true,
                        new UserTally(99, 3, 2, 1)),
                new AgentView(
                        AgentId.of("sea/a-long-name-of-an-instance"),
                        "0.1.0",
                        false,
                        null,
                        null,
                        null,
                        null,
                        false,
                        UserTally.NONE)));
    }
}
