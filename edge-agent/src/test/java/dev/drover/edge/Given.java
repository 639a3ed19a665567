package dev.drover.edge;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.settings.ContentCheck;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.api.settings.RequestSettings;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The world that tests of the agent start from: the default settings, three regions, one edge. */
public final class Given {

    public static final RegionId EAST = RegionId.of("us-east-1");
    public static final RegionId WEST = RegionId.of("us-west-2");
    public static final RegionId EU = RegionId.of("eu-west-1");
    public static final ServiceId HOMEPAGE = ServiceId.of("homepage");
    public static final AgentId AGENT = AgentId.of("fra/1");
    public static final ClusterId CLUSTER = ClusterId.of("00000000-0000-4000-8000-000000000001");
    public static final ClusterId OTHER_CLUSTER = ClusterId.of("00000000-0000-4000-8000-000000000002");
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    public static final ProbeSettings PROBE = new ProbeSettings(
            "/healthz",
            Duration.ofSeconds(1),
            0.1,
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofMillis(700),
            new ContentCheck("", 0));
    public static final ViewSettings VIEW = new ViewSettings(
            6,
            Duration.ofSeconds(1),
            Duration.ofMillis(800),
            14,
            0.5,
            Duration.ofMillis(400),
            Duration.ofSeconds(30),
            60,
            4,
            10,
            Duration.ofMinutes(30),
            Duration.ofMinutes(30));
    public static final RequestSettings REQUESTS = new RequestSettings(
            Duration.ofMillis(500), Duration.ofSeconds(1), 0.2, 10, Duration.ofSeconds(10), "user", "x-user");
    public static final AgentSettings SETTINGS = new AgentSettings(Duration.ofSeconds(1), PROBE, VIEW, REQUESTS);

    private Given() {}

    /** What the future carries; fails the test if that takes more than ten seconds. */
    @CanIgnoreReturnValue
    public static <T> T done(Future<T> future) {
        try {
            return future.await(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static PolicyId id(long epoch, long revision) {
        return new PolicyId(CLUSTER, epoch, revision);
    }

    /** East has 4,000 slots (understudy west), west 4,000 (understudy eu), eu 2,000 (understudy east). */
    public static PolicyDraft policy(long epoch, long revision) {
        return new PolicyDraft(id(epoch, revision))
                .slots("0-3999 us-east-1/us-west-2", "4000-7999 us-west-2/eu-west-1", "8000-9999 eu-west-1/us-east-1");
    }

    /** A policy in the making. */
    public static final class PolicyDraft {
        private final PolicyId id;
        private final SortedMap<RegionId, RoutedRegion> regions = new TreeMap<>();
        private ServiceId service = HOMEPAGE;
        private EdgeId edge = AGENT.edge();
        private SlotTable slots = SlotTable.allAt(Owner.SHED, Owner.SHED);
        private List<RegionId> back = List.of();
        private boolean rollback;

        PolicyDraft(PolicyId id) {
            this.id = id;
            Stream.of(EAST, WEST, EU).forEach(region -> mark(region, Mark.OPEN));
        }

        @CanIgnoreReturnValue
        public PolicyDraft slots(String... runs) {
            slots = SlotTable.of(Stream.of(runs).map(SlotRun::parse).toList());
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft mark(RegionId region, Mark mark) {
            regions.put(region, new RoutedRegion(List.of(URI.create("http://" + region + ".test:8080")), mark));
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft service(String name) {
            service = ServiceId.of(name);
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft edge(String name) {
            edge = EdgeId.of(name);
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft back(RegionId... taken) {
            back = List.of(taken);
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft rollback() {
            rollback = true;
            return this;
        }

        @CanIgnoreReturnValue
        public PolicyDraft of(ClusterId cluster) {
            PolicyDraft moved = new PolicyDraft(new PolicyId(cluster, id.epoch(), id.revision()));
            moved.slots = slots;
            return moved;
        }

        public EdgePolicy build() {
            return new EdgePolicy(service, edge, id, T0, slots, regions, back, rollback, SETTINGS);
        }

        public SealedPolicy sealed() {
            return SealedPolicy.seal(build());
        }
    }
}
