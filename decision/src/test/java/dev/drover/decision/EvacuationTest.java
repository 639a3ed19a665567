package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Pace;
import dev.drover.api.routing.Mark;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EvacuationTest {

    private final World world = new World().every(Duration.ofSeconds(1));

    @Test
    void anEmergencyEvacuationTakesAllUsersAwayAtOnceAndHealthBringsNobodyBack() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();
        world.evacuate(EAST, Pace.EMERGENCY).run(1);

        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(world.published().get(world.published().size() - 1).causes())
                .anyMatch(Cause.EvacuationOrdered.class::isInstance);

        world.run(600);
        assertThat(world.slotsOf(EAST)).isZero();

        world.restore().run(600);
        assertThat(world.tables()).isEqualTo(before);
    }

    @Test
    void aPlannedEvacuationGoesInSmallSteps() {
        int slots = world.run(30).slotsOf(EAST);

        world.evacuate(EAST, Pace.PLANNED).run(1);
        assertThat(world.slotsOf(EAST)).isBetween((int) (slots * 0.94), (int) (slots * 0.951));
        assertThat(access().mark()).isEqualTo(Mark.DRAINING);
        int left = world.slotsOf(EAST);
        while (left > 0 && world.seconds() < 600) {
            world.run(1);
            assertThat(left - world.slotsOf(EAST)).isBetween(0, slots / 20 + 10);
            left = world.slotsOf(EAST);
        }

        assertThat(left).isZero();
        assertThat(world.shedRps()).isZero();
        assertThat(world.seconds() - 30).isBetween(240.0, 330.0);
    }

    @Test
    void aStepOfAnEvacuationIsNotLostWhenDemandAsksForANewSolution() {
        int slots = world.run(30).slotsOf(EAST);
        world.evacuate(EAST, Pace.PLANNED).run(20);

        world.demand("sfo", 250).demand("fra", 40).run(100);

        assertThat(world.published()).flatExtracting(Decision::causes).anyMatch(Cause.Rebalanced.class::isInstance);

        assertThat(world.slotsOf(EAST)).isLessThanOrEqualTo((int) Math.ceil(slots * access().percent() / 100.0));
        assertThat(new Safety(world).faults()).isEmpty();
    }

    @Test
    void anEvacuationThatIsRestoredHalfWayReturnsByTheRamp() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();
        int slots = world.slotsOf(EAST);

        world.evacuate(EAST, Pace.PLANNED).run(150).restore().run(1);
        assertThat(access().phase()).isEqualTo(Access.Phase.RETURNING);
        assertThat(world.last().causes()).anyMatch(Cause.EvacuationEnded.class::isInstance);
        assertThat(world.slotsOf(EAST)).isBetween(slots / 4, slots * 3 / 4);
        world.run(600);

        assertThat(world.tables()).isEqualTo(before);
    }

    @Test
    void anEvacuationEndsByItselfWhenItExpires() {
        world.run(30).evacuate(EAST, Pace.EMERGENCY).run(10).every(Duration.ofSeconds(30));

        world.run(Duration.ofHours(4));

        assertThat(access().phase()).isEqualTo(Access.Phase.RETURNING);
        assertThat(world.published()).anyMatch(decision -> decision.causes().stream()
                .anyMatch(cause -> cause instanceof Cause.EvacuationEnded ended
                        && ended.author().equals("it expired")));
    }

    @Test
    void anotherRegionsReturnBringsNobodyBackToARegionThatIsLeaving() {
        world.run(30).failing(WEST, 1).run(5).healed(WEST);
        world.evacuate(EAST, Pace.PLANNED).run(20);
        int left = world.slotsOf(EAST);

        world.runUntil(WEST, Verdict.HEALTHY, 60);

        assertThat(world.slotsOf(WEST)).isPositive();
        assertThat(world.slotsOf(EAST)).isLessThanOrEqualTo(left);
        assertThat(new Safety(world).faults()).isEmpty();
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
        assertThat(world.last().notes()).anyMatch(note -> note.sentence().contains("minInRotation"));
    }

    @Test
    void aRegionThatIsDownWhenItsOrderEndsStaysOut() {
        world.run(30).evacuate(EAST, Pace.EMERGENCY).failing(EAST, 1).run(30);

        world.restore().run(30);

        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(access().reason()).isEqualTo(Access.Reason.DOWN);
    }

    @Test
    void anOrderForARegionThatIsDownTakesItOver() {
        world.run(30).failing(EAST, 1).run(30).evacuate(EAST, Pace.PLANNED).run(1);

        assertThat(access().reason()).isEqualTo(Access.Reason.ORDER);
        world.healed(EAST).run(200);
        assertThat(world.slotsOf(EAST)).isZero();
    }

    private Access access() {
        return List.of(world.last().next().memory().regions().get(EAST)).get(0).access();
    }
}
