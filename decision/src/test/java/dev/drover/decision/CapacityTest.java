package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.api.steering.SteeredRegion;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.plan.Losses;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapacityTest {

    private final World world = new World().every(Duration.ofSeconds(1));

    @Test
    void theFirstPolicyServesEveryoneNearbyUnderTheTarget() {
        world.run(5);

        assertThat(world.slotsOf(EAST) + world.slotsOf(WEST) + world.slotsOf(EU))
                .isEqualTo(50_000);
        assertThat(world.utilizationOf(EAST)).isBetween(0.55, 0.6501);
        assertThat(world.utilizationOf(WEST)).isBetween(0.4, 0.6501);
        assertThat(world.published()).hasSize(1);
    }

    @Test
    void everyPublicationHoldsTheCapacitySafeAnswerToTheLossOfAnyRegion() {
        world.run(5);

        Losses losses = new Losses(world.last().fleet(), world.tables());
        for (var region : world.policy().regions().keySet()) {
            assertThat(losses.shedRpsWithout(region)).isZero();
            assertThat(losses.utilizationWithout(region).values())
                    .allSatisfy(utilization -> assertThat(utilization).isBetween(0.85, 0.95));
        }
    }

    static List<Named<UnaryOperator<World>>> states() {
        return List.of(
                Named.of("all is well", world -> world.run(30)),
                Named.of("full to the last request", world -> ofEachRegion(world, 176)),
                Named.of("more demand than can be served", world -> ofEachRegion(world, 160)),
                Named.of(
                        "one region evacuated",
                        world -> world.run(30).evacuate(EAST, Pace.EMERGENCY).run(60)),
                Named.of(
                        "one region down",
                        world -> world.run(30).failing(EAST, 1).run(60)),
                Named.of(
                        "one region degraded",
                        world -> world.run(40).failing(EAST, 0.15).run(300)));
    }

    /** The demand stays as it is: 500 requests/s in all. */
    private static World ofEachRegion(World world, double capacityRps) {
        SteeringPolicy old = world.policy();
        SortedMap<RegionId, SteeredRegion> regions = new TreeMap<>(old.regions());
        regions.replaceAll((region, steered) -> new SteeredRegion(capacityRps, steered.origins()));
        return world.steeredBy(new SteeringPolicy(
                        old.service(),
                        old.utilization(),
                        old.moveCostMs(),
                        regions,
                        old.edges(),
                        old.agents(),
                        old.judge(),
                        old.ramp(),
                        old.guards()))
                .run(30);
    }

    @ParameterizedTest
    @MethodSource("states")
    void anHourOfNoiseMovesNobody(UnaryOperator<World> state) {
        int publishedBefore = state.apply(world).published().size();
        Moves moves = new Moves(world);

        world.noise(0.02).every(Duration.ofSeconds(2)).run(Duration.ofHours(1));

        assertThat(moves.total()).isZero();
        assertThat(world.published().subList(publishedBefore, world.published().size()))
                .flatExtracting(Decision::causes)
                .noneMatch(Cause.Rebalanced.class::isInstance);
    }

    @Test
    void demandBeyondAllCapacityIsShedAndNoRegionIsPlannedBeyondItsMaximum() {
        world.run(10);
        world.policy().edges().keySet().forEach(edge -> world.demand(edge.value(), 200));

        world.run(300);

        assertThat(world.shedRps()).isBetween(190.0, 210.0);
        for (var region : world.policy().regions().keySet()) {
            assertThat(world.utilizationOf(region)).isLessThanOrEqualTo(0.95 * 1.01);
        }
        world.policy().edges().keySet().forEach(edge -> world.demand(edge.value(), 100));
        world.run(900);
        assertThat(world.shedRps()).isZero();
    }

    @Test
    void withTooFewEdgesToSeeByNobodyMovesWhateverTheOthersDemand() {
        world.run(30).reporting(edge -> edge.value().equals("fra"));
        Moves moves = new Moves(world);

        world.run(10).demand("fra", 300).run(120);

        assertThat(world.last().notes()).isNotEmpty();
        assertThat(moves.total()).isZero();
        world.reporting(edge -> true).run(60);
        assertThat(moves.total()).isPositive();
    }

    @Test
    void aRegionThatLeavesIsNotOverloadedByDemandThatGrowsMeanwhile() {
        world.run(30).evacuate(EU, Pace.PLANNED).run(20).demand("fra", 900).run(60);

        assertThat(new Safety(world).faults()).isEmpty();
        assertThat(world.utilizationOf(EU)).isLessThanOrEqualTo(0.95 * 1.01);
        assertThat(world.slotsOf(EU)).isPositive();
    }

    @Test
    void whatEdgesActOnAlreadyCountsWhereItIs() {
        world.run(30).lying(edge -> edge.value().equals("iad") || edge.value().equals("gru"));
        world.lyingAbout(EAST).demand("sfo", 170).run(200);

        assertThat(new Safety(world).faults()).isEmpty();
        assertThat(world.last().fleet().edges().get(EdgeId.of("iad")).avoided()).containsExactly(EAST);
        for (var region : world.policy().regions().keySet()) {
            assertThat(world.utilizationOf(region)).isLessThanOrEqualTo(0.95 * 1.01);
        }
    }
}
