package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SteeringPolicyChangeTest {

    private final World world = new World().every(Duration.ofSeconds(1)).run(30);
    private final SortedMap<RegionId, SteeredRegion> regions =
            new TreeMap<>(world.policy().regions());
    private final SortedMap<EdgeId, SteeredEdge> edges =
            new TreeMap<>(world.policy().edges());

    private void apply() {
        SteeringPolicy old = world.policy();
        world.steeredBy(new SteeringPolicy(
                        old.service(),
                        old.utilization(),
                        old.moveCostMs(),
                        regions,
                        edges,
                        old.agents(),
                        old.judge(),
                        old.ramp(),
                        old.guards()))
                .run(1);
    }

    private void forget(RegionId region) {
        regions.remove(region);
        edges.replaceAll((edge, steered) -> without(steered, region));
    }

    private static SteeredEdge without(SteeredEdge steered, RegionId region) {
        SortedMap<RegionId, Double> latencyMs = new TreeMap<>(steered.latencyMs());
        latencyMs.remove(region);
        return new SteeredEdge(steered.expectedDemandRps(), latencyMs);
    }

    @Test
    void aRegionThatIsTakenOutOfThePolicyIsNamedNowhereAnyMore() {
        forget(WEST);

        apply();

        assertThat(world.last().causes()).anyMatch(Cause.SteeringPolicyChanged.class::isInstance);
        assertNowhere(WEST);
        assertThat(world.shedRps()).isZero();
    }

    @Test
    void aRegionThatIsTakenOutOfThePolicyDuringAnOutageIsNobodysHomeAnyMore() {
        world.failing(EAST, 1).run(20);
        forget(WEST);

        apply();

        assertNowhere(WEST);
        assertThat(world.slotsOf(EAST)).isZero();
    }

    @Test
    void usersNeverStayWhereTheirEdgeIsNotAllowedAnyMore() {
        EdgeId fra = EdgeId.of("fra");
        assertThat(world.tables().get(fra).runs()).anyMatch(run -> run.owner().is(EU));
        edges.computeIfPresent(fra, (edge, steered) -> without(steered, EU));

        apply();

        assertThat(world.tables().get(fra).runs()).noneMatch(run -> names(run, EU));
        assertThat(world.shedRps()).isZero();
    }

    @Test
    void aNewEdgeIsServedAndAnEdgeThatIsGoneIsForgotten() {
        EdgeId lhr = EdgeId.of("lhr");
        edges.put(lhr, world.policy().edges().get(EdgeId.of("fra")));
        edges.remove(EdgeId.of("gru"));

        apply();

        assertThat(world.tables()).containsOnlyKeys(edges.keySet());
        assertThat(world.tables().get(lhr).runs()).noneMatch(run -> run.owner().isShed());
    }

    @Test
    void aCapacityThatShrinksIsKeptAtOnce() {
        regions.computeIfPresent(EAST, (region, steered) -> new SteeredRegion(100, steered.origins()));

        apply();

        assertThat(world.utilizationOf(EAST)).isLessThanOrEqualTo(0.95);
        assertThat(new Safety(world).faults()).isEmpty();
    }

    private void assertNowhere(RegionId region) {
        assertThat(world.tables().values())
                .flatExtracting(table -> table.runs())
                .noneMatch(run -> names(run, region));
    }

    private static boolean names(SlotRun run, RegionId region) {
        return run.owner().is(region)
                || run.understudy().is(region)
                || run.home().is(region);
    }
}
