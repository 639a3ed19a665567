package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.order.Pace;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Hand-overs that are in no hurry wait for the regions that bear them. */
class PacingTest {

    private final World world = new World().every(Duration.ofSeconds(1)).run(90);

    @Test
    void aPlannedEvacuationWaitsWhileASurvivorFailsAndGoesBackAStep() {
        world.evacuate(EAST, Pace.PLANNED).run(60);
        int percent = world.accessOf(EAST).percent();

        world.failing(WEST, 0.06).run(25);
        assertThat(world.notes(Note.Waiting.class)).isTrue();
        int waiting = world.accessOf(EAST).percent();

        world.run(40);
        assertThat(waiting).isBetween(percent - 10, percent);
        assertThat(world.published(Cause.StepBack.class)).isTrue();
        assertThat(world.accessOf(EAST).percent()).isEqualTo(waiting + 5);
    }

    @Test
    void itGoesOnWhenTheSurvivorIsWellAgainAndTheHoldIsOver() {
        world.evacuate(EAST, Pace.PLANNED).run(60).failing(WEST, 0.06).run(80).healed(WEST);

        world.run(1_200);

        assertThat(world.accessOf(EAST).isClosed()).isTrue();
        assertThat(world.slotsOf(EAST)).isZero();
    }

    @Test
    void aPlannedEvacuationWaitsWhileASurvivorIsFullerThanForeseen() {
        world.evacuate(EAST, Pace.PLANNED).run(60);

        world.demand("fra", 140).demand("gru", 60).run(60);

        assertThat(world.accessOf(EAST).isUnderWay()).isTrue();
    }

    @Test
    void aReturnThatDoesNotGoWellGoesBackAStepAndIsHeldThere() {
        world.failing(EAST, 1).run(30).healed(EAST);
        world.runUntil(EAST, Verdict.RECOVERING, 200).run(200);
        assertThat(world.accessOf(EAST).percent()).isEqualTo(25);

        world.failingUsersOf(EAST, 0.04).run(30);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.RECOVERING);
        assertThat(world.accessOf(EAST).percent()).isEqualTo(10);
        assertThat(world.published(Cause.StepBack.class)).isTrue();
        int slots = world.slotsOf(EAST);

        world.failingUsersOf(EAST, 0).run(500);
        assertThat(world.slotsOf(EAST)).isEqualTo(slots);

        world.runUntil(EAST, Verdict.HEALTHY, 900);
        assertThat(world.accessOf(EAST).phase()).isEqualTo(Access.Phase.OPEN);
        assertThat(new Safety(world).faults()).isEmpty();
    }

    @Test
    void aReturnWaitsWhileTheEdgesCannotBeBelieved() {
        world.failing(EAST, 1).run(30).healed(EAST);
        world.runUntil(EAST, Verdict.RECOVERING, 200).run(130);
        int percent = world.accessOf(EAST).percent();

        world.reporting(edge -> false).run(200);

        assertThat(world.accessOf(EAST).percent()).isEqualTo(percent);
        assertThat(world.slotsOf(EU)).isPositive();
    }
}
