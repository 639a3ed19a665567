package dev.drover.controller.store;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.receipt.Alternative;
import dev.drover.api.receipt.Figures;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.settings.ContentCheck;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.api.settings.RequestSettings;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Publications to store. Everything that a test does not name has a default. */
public final class Publications {

    /** What is steered. */
    public static final ServiceId HOMEPAGE = ServiceId.of("homepage");
    /** Whose publications they are. */
    public static final ClusterId CLUSTER = ClusterId.of("00000000-0000-4000-8000-000000000001");
    /** When they are published. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final AgentSettings SETTINGS = new AgentSettings(
            SECOND,
            new ProbeSettings(
                    "/health",
                    SECOND,
                    0.1,
                    SECOND,
                    Duration.ofMillis(200),
                    Duration.ofMillis(700),
                    new ContentCheck("/rows", 1)),
            new ViewSettings(4, SECOND, SECOND, 20, 0.5, SECOND, SECOND, 30, 1, 10, SECOND, SECOND),
            new RequestSettings(Duration.ofMillis(500), SECOND, 0.2, 10, Duration.ofSeconds(10), "user", "X-User"));

    private final long epoch;
    private final long revision;
    private String id;
    private Instant publishedAt = NOW;
    private SortedMap<EdgeId, SlotTable> edges = edges(new Random(1), 3);
    private String decisionState = "{\"ramp\":{\"us-east-1\":3}}";

    private Publications(long epoch, long revision) {
        this.epoch = epoch;
        this.revision = revision;
        this.id = "attempt-" + epoch + "-" + revision;
    }

    /** A publication under that fence. */
    public static Publications under(Fence fence, long revision) {
        return new Publications(fence.epoch(), revision);
    }

    /** With another id. */
    public Publications id(String newId) {
        id = newId;
        return this;
    }

    /** With another time. */
    public Publications at(Instant time) {
        publishedAt = time;
        return this;
    }

    /** With other slots. */
    public Publications edges(SortedMap<EdgeId, SlotTable> newEdges) {
        edges = newEdges;
        return this;
    }

    /** With another decision state. */
    public Publications decisionState(String state) {
        decisionState = state;
        return this;
    }

    /** The publication. */
    public Publication build() {
        RoutingPolicy policy = new RoutingPolicy(
                HOMEPAGE,
                new PolicyId(CLUSTER, epoch, revision),
                publishedAt,
                edges,
                regions(),
                List.of(region(1)),
                false,
                SETTINGS);
        List<Cause> causes = List.of(
                new Cause.LeaderElected("controller-a", epoch),
                new Cause.Shedding(12.5, List.of(region(0), region(2))));
        return new Publication(id, "controller-a", policy, causes, decisionState, receipt());
    }

    private static Receipt receipt() {
        return new Receipt(
                "ab".repeat(32),
                new TreeMap<>(Map.of(region(1), new RegionVerdict(Verdict.LOST, NOW, Evidence.NONE))),
                List.of(new Limit.RegionFull(region(2), 0.949, 0.95)),
                new Figures(12.5, 0.949, 61, 80),
                List.of(new Alternative(
                        Alternative.Option.STAY, new Figures(80, 0.9, 60, 0), Alternative.Reason.SHEDS_MORE)),
                List.of(new Note.Blind(1, 6)));
    }

    private static final int REGIONS = 6;

    private static RegionId region(int number) {
        return RegionId.of("region-" + number);
    }

    private static SortedMap<RegionId, RoutedRegion> regions() {
        SortedMap<RegionId, RoutedRegion> regions = new TreeMap<>();
        for (int number = 0; number < REGIONS; number++) {
            List<URI> origins = List.of(URI.create("http://127.0.0." + (number + 1) + ":8080"));
            regions.put(region(number), new RoutedRegion(origins, number == 1 ? Mark.DRAINING : Mark.OPEN));
        }
        return regions;
    }

    /** Random slots of so many edges. */
    public static SortedMap<EdgeId, SlotTable> edges(Random random, int count) {
        SortedMap<EdgeId, SlotTable> edges = new TreeMap<>();
        for (int edge = 0; edge < count; edge++) {
            edges.put(EdgeId.of("edge-" + edge), slots(random, 1 + random.nextInt(20)));
        }
        return edges;
    }

    private static SlotTable slots(Random random, int runs) {
        List<SlotRun> all = new ArrayList<>();
        int first = 0;
        for (int run = 1; run <= runs; run++) {
            int last = run == runs ? Slots.COUNT - 1 : first + random.nextInt(Slots.COUNT / runs);
            int owner = random.nextInt(REGIONS);
            Owner understudy = random.nextInt(5) == 0 ? Owner.SHED : Owner.of(region((owner + 1) % REGIONS));
            Owner home = Owner.of(region(random.nextInt(REGIONS)));
            all.add(new SlotRun(first, last, Owner.of(region(owner)), understudy, home));
            first = last + 1;
        }
        return new SlotTable(all);
    }
}
