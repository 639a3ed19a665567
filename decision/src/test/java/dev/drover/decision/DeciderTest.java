package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Pace;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.plan.Contingency;
import dev.drover.decision.plan.Moved;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private final World world = new World();

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

        for (var region : world.policy().regions().keySet()) {
            Contingency loss = Contingency.of(region, world.last().fleet(), world.tables());
            assertThat(loss.shedRps()).isZero();
            assertThat(loss.utilization().values())
                    .allSatisfy(utilization -> assertThat(utilization).isBetween(0.85, 0.95));
        }
    }

    @Test
    void aRegionThatEveryEdgeLosesIsLostWithinAShortTimeAndDownLater() {
        world.run(30).failing(EAST, 1);

        world.runUntil(EAST, Verdict.LOST, 60);
        double lostAfter = world.seconds() - 30;
        assertThat(world.slotsOf(EAST)).isZero();
        world.runUntil(EAST, Verdict.DOWN, 60);
        double downAfter = world.seconds() - 30;

        assertThat(lostAfter).isBetween(1.0, 2.5);
        assertThat(downAfter).isBetween(7.0, 9.0);
        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(world.shedRps()).isZero();
        assertThat(world.utilizationOf(WEST)).isLessThanOrEqualTo(0.95);
        assertThat(world.utilizationOf(EU)).isLessThanOrEqualTo(0.95);
    }

    @Test
    void overAnOutageAndBackEveryUserMovesAtMostTwiceAndEndsAtHome() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();
        int publishedBefore = world.published().size();
        int eastSlots = world.slotsOf(EAST);

        world.failing(EAST, 1).run(60).healed(EAST).run(600);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(movedOver(publishedBefore)).isEqualTo(2L * eastSlots);
    }

    private long movedOver(int from) {
        long moved = 0;
        for (int i = from; i < world.published().size(); i++) {
            SortedMap<EdgeId, SlotTable> was =
                    world.published().get(i - 1).next().tables();
            SortedMap<EdgeId, SlotTable> is = world.published().get(i).next().tables();
            moved += was.keySet().stream()
                    .mapToLong(edge -> Moved.slots(was.get(edge), is.get(edge)))
                    .sum();
        }
        return moved;
    }

    @Test
    void aBlipThatEndsIsTakenBackWithoutTheRamp() {
        world.run(30).failing(EAST, 1).run(5).healed(EAST);

        world.runUntil(EAST, Verdict.HEALTHY, 60);

        assertThat(world.slotsOf(EAST)).isPositive();
        assertThat(world.last().causes()).anyMatch(Cause.RegionBack.class::isInstance);
        assertThat(world.last().back()).containsExactly(EAST);
    }

    @Test
    void aRegionFailingInPartLeavesHealthyAndIsSolvedOutLater() {
        world.run(40).failing(EAST, 0.3);

        world.runUntil(EAST, Verdict.DOWN, 90);

        assertThat(world.seconds() - 40).isLessThan(45);
        assertThat(world.slotsOf(EAST)).isZero();
    }

    @Test
    void aRegionDegradedALittleGivesUpCapacityFirst() {
        world.run(40).failing(EAST, 0.2);

        world.runUntil(EAST, Verdict.DEGRADED, 300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DEGRADED);
        assertThat(world.slotsOf(EAST)).isPositive();
    }

    @Test
    void twoLyingEdgesOfFiveConvictNobody() {
        world.run(10).lying(edge -> edge.value().equals("fra") || edge.value().equals("gru"));

        world.run(300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(world.verdictOf(EU)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void mostEdgesBlamingMostRegionsFreezesAutomation() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.failing(EAST, 1).failing(WEST, 1).run(60);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.last().notes()).anyMatch(note -> note.startsWith("AMBIGUOUS"));
    }

    @Test
    void silenceIsNeverAFailure() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.reporting(edge -> false).run(300);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.last().notes()).anyMatch(note -> note.startsWith("BLIND"));
    }

    @Test
    void anEmergencyEvacuationTakesAllUsersAwayAtOnceAndHealthBringsNobodyBack() {
        world.run(30).evacuate(EAST, Pace.EMERGENCY).run(1);

        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(world.published().get(world.published().size() - 1).causes())
                .anyMatch(Cause.EvacuationOrdered.class::isInstance);

        world.run(600);
        assertThat(world.slotsOf(EAST)).isZero();

        SortedMap<EdgeId, SlotTable> evacuated = world.tables();
        world.restore().run(600);
        assertThat(world.tables()).isNotEqualTo(evacuated);
        assertThat(world.slotsOf(EAST)).isEqualTo(18_200);
    }

    @Test
    void aPlannedEvacuationGoesInSmallSteps() {
        int slots = world.run(30).slotsOf(EAST);

        world.evacuate(EAST, Pace.PLANNED).run(1);
        assertThat(world.slotsOf(EAST)).isBetween((int) (slots * 0.94), (int) (slots * 0.951));
        world.run(400);

        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(world.shedRps()).isZero();
    }

    @Test
    void theLastRegionInRotationStaysWhateverIsOrdered() {
        world.run(30)
                .evacuate(EAST, Pace.EMERGENCY)
                .evacuate(WEST, Pace.EMERGENCY)
                .evacuate(EU, Pace.EMERGENCY)
                .run(10);

        assertThat(world.slotsOf(EAST) + world.slotsOf(WEST) + world.slotsOf(EU))
                .isPositive();
        assertThat(world.last().notes()).anyMatch(note -> note.contains("minInRotation"));
    }

    @Test
    void automationTakesOnlyOneRegionOut() {
        world.run(30).failing(EAST, 1).run(30).healed(EAST).failing(WEST, 1);
        world.run(30);

        assertThat(world.verdictOf(WEST)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(WEST)).isPositive();
        assertThat(world.last().notes()).anyMatch(note -> note.contains("maxAutoEvacuated"));
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
}
