package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Pace;
import dev.drover.decision.plan.Losses;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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

    @Test
    void anHourOfNoiseMovesNobody() {
        int publishedBefore = world.run(30).published().size();
        Moves moves = new Moves(world);

        world.noise(0.02).every(Duration.ofSeconds(2)).run(Duration.ofHours(1));

        assertThat(moves.total()).isZero();
        assertThat(world.published().subList(publishedBefore, world.published().size()))
                .flatExtracting(Decision::causes)
                .allMatch(Cause.UnderstudiesRefreshed.class::isInstance);
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
