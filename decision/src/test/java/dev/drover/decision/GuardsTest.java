package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.cause.Note;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Pace;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.rotate.Access;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What neither people nor automation may do, and how loudly it is said. */
class GuardsTest {

    private static World with(String guards) {
        return new World("guards: {" + guards + "}\n")
                .every(Duration.ofSeconds(1))
                .run(30);
    }

    @Test
    void whenEveryRegionIsGoneUsersStayWhereTheyAre() {
        World world = with("maxAutoEvacuated: 3");
        SortedMap<EdgeId, SlotTable> before = world.tables();

        world.failing(EAST, 1).failing(WEST, 1).failing(EU, 1).run(120);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.notes(Note.Panicking.class)).isTrue();
        assertThat(world.published(Cause.PanicBegan.class)).isTrue();
        assertThat(world.last().next().memory().panicSince()).isNotNull();

        world.healed(EAST).healed(WEST).healed(EU).run(5);
        assertThat(world.notes(Note.Panicking.class)).isFalse();
        assertThat(world.published(Cause.PanicEnded.class)).isTrue();
        assertThat(world.tables()).isEqualTo(before);
    }

    @Test
    void regionsThatFallOneAfterTheOtherLeaveTheLastUsersWhereTheyAre() {
        World world = with("maxAutoEvacuated: 3");
        world.failing(EAST, 0.6).run(60);
        assertThat(world.slotsOf(EAST)).isZero();

        world.failing(WEST, 0.6).run(60).failing(EU, 0.6).run(120);

        assertThat(world.slotsOf(WEST) + world.slotsOf(EU)).isPositive();
        assertThat(world.notes(Note.Panicking.class)).isTrue();
    }

    @Test
    void anObservedRegionIsJudgedAndKeepsItsUsers() {
        World world = with("observedRegions: [us-east-1]");
        int slots = world.slotsOf(EAST);

        world.failing(EAST, 0.6).run(60);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.notes(Note.Observed.class)).isTrue();
        assertThat(world.slotsOf(EAST)).isEqualTo(slots);
    }

    @Test
    void anObservedServiceMovesNobodyWhateverHappensOrIsOrdered() {
        World world = with("observe: true");
        SortedMap<EdgeId, SlotTable> before = world.tables();

        world.failing(EAST, 1)
                .run(30)
                .evacuate(WEST, Pace.EMERGENCY)
                .demand("sfo", 300)
                .run(60);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.tables()).isEqualTo(before);
    }

    @Test
    void whoStaysIfEveryoneWouldLeaveIsTheLastResort() {
        World world = with("lastResort: eu-west-1, removalBudget: 1");

        world.evacuate(EAST, Pace.EMERGENCY)
                .evacuate(WEST, Pace.EMERGENCY)
                .evacuate(EU, Pace.EMERGENCY)
                .run(5);

        assertThat(world.accessOf(EU).isClosed()).isFalse();
        assertThat(world.accessOf(WEST).isClosed()).isTrue();
        assertThat(world.accessOf(EAST).isClosed()).isTrue();
    }

    @Test
    void onlySoMuchCapacityIsTakenOutWithinAWindow() {
        World world = with("removalBudget: 0.5, removalWindow: 2m");

        world.evacuate(EAST, Pace.EMERGENCY)
                .run(5)
                .evacuate(WEST, Pace.EMERGENCY)
                .run(5);

        assertThat(world.accessOf(EAST).isClosed()).isTrue();
        assertThat(world.accessOf(WEST).isClosed()).isFalse();
        assertThat(world.last().notes()).anyMatch(note -> note.sentence().contains("removalBudget is 0.50"));

        world.run(130);
        assertThat(world.accessOf(WEST).isClosed()).isTrue();
    }

    @Test
    void aRegionThatGoesDownAgainAndAgainStaysOutUntilItIsQuietOrRestored() {
        World world = new World("judge: {cleanAfter: 10s}\nramp: {returnBake: 1s}\n")
                .every(Duration.ofSeconds(1))
                .run(30);
        for (int down = 0; down < 3; down++) {
            world.failing(EAST, 1).run(12).healed(EAST).run(60);
        }

        world.run(120);
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.notes(Note.Suppressed.class)).isTrue();

        world.run(1_200);
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void anOperatorsRestoreTakesThePenaltyOff() {
        World world = new World("judge: {cleanAfter: 10s}\nramp: {returnBake: 1s}\n")
                .every(Duration.ofSeconds(1))
                .run(30);
        for (int down = 0; down < 3; down++) {
            world.failing(EAST, 1).run(12).healed(EAST).run(60);
        }
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);

        world.evacuate(EAST, Pace.EMERGENCY).run(5).restore().run(30);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void noOrderExpiresWhileTheClocksDifferTooMuch() {
        World world = with("").evacuate(EAST, Pace.EMERGENCY).run(10).agentsAhead(Duration.ofSeconds(31));

        world.every(Duration.ofSeconds(30)).run(Duration.ofHours(5));
        assertThat(world.accessOf(EAST).isClosed()).isTrue();
        assertThat(world.notes(Note.ClocksDiffer.class)).isTrue();

        world.agentsAhead(Duration.ofSeconds(29)).run(60);
        assertThat(world.accessOf(EAST).phase()).isNotEqualTo(Access.Phase.CLOSED);
    }
}
