package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final World world = new World();

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
    void theLossIsAnsweredByTheContingencyThatWasPublishedBefore() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.failing(EAST, 1).runUntil(EAST, Verdict.LOST, 60);

        world.tables().forEach((edge, table) -> table.runs().forEach(run -> {
            var was = before.get(edge).runOf(run.first());
            assertThat(run.owner()).isEqualTo(was.owner().is(EAST) ? was.understudy() : was.owner());
            assertThat(run.home()).isEqualTo(was.home());
        }));
    }

    @Test
    void overAnOutageAndBackEveryUserMovesAtMostTwiceAndEndsAtHome() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();
        Moves moves = new Moves(world);

        world.failing(EAST, 1).run(60).every(Duration.ofSeconds(1)).healed(EAST).run(600);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(moves.mostOfOneSlot()).isEqualTo(2);
        assertThat(moves.total()).isEqualTo(2 * slotsOf(before));
    }

    private static long slotsOf(SortedMap<EdgeId, SlotTable> tables) {
        return tables.values().stream()
                .mapToLong(table -> table.weightOf(Owner.of(EAST)))
                .sum();
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
    void usersReturnToARegionThatWasDownStepByStep() {
        int slots = world.run(30).slotsOf(EAST);

        world.failing(EAST, 1).run(30).every(Duration.ofSeconds(1)).healed(EAST);
        int publishedBefore = world.published().size();
        world.run(600);

        List<Integer> steps = world.published().stream()
                .skip(publishedBefore)
                .flatMap(decision -> decision.causes().stream())
                .filter(Cause.RampStep.class::isInstance)
                .map(cause -> ((Cause.RampStep) cause).percent())
                .toList();
        assertThat(steps).containsExactly(1, 5, 10, 25, 50, 75, 100);
        assertThat(world.slotsOf(EAST)).isEqualTo(slots);
    }

    @Test
    void aRegionThatFailsOnItsWayBackIsTakenOutAgain() {
        world.run(30).failing(EAST, 1).run(30).every(Duration.ofSeconds(1)).healed(EAST);
        world.runUntil(EAST, Verdict.RECOVERING, 200).run(130);
        assertThat(world.slotsOf(EAST)).isPositive();

        world.failing(EAST, 1).run(10);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(EAST)).isZero();
        assertThat(world.shedRps()).isZero();
    }

    @Test
    void aRegionFailingInPartLeavesHealthySoonAndIsSolvedOutLater() {
        world.run(40).failing(EAST, 0.3);

        while (world.verdictOf(EAST) == Verdict.HEALTHY && world.seconds() < 100) {
            world.run(Duration.ofMillis(500));
        }
        assertThat(world.seconds() - 40).isLessThan(30);
        world.runUntil(EAST, Verdict.DOWN, 90);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(EAST)).isZero();
    }

    @Test
    void aRegionDegradedALittleGivesUpCapacityFirst() {
        int slots = world.run(40).slotsOf(EAST);
        world.failing(EAST, 0.15);

        world.runUntil(EAST, Verdict.DEGRADED, 300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DEGRADED);
        assertThat(world.slotsOf(EAST)).isBetween(1, slots);
        assertThat(world.last().fleet().capacityRps()).containsEntry(EAST, 252.0);
    }

    @Test
    void automationTakesOnlyOneRegionOut() {
        world.run(30).failing(EAST, 1).run(30).healed(EAST).failing(WEST, 1);
        world.run(30);

        assertThat(world.verdictOf(WEST)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(WEST)).isPositive();
        assertThat(world.last().notes()).anyMatch(note -> note.sentence().contains("maxAutoEvacuated"));
    }

    @Test
    void aRegionWithoutUsersThatIsLostStandsInForNobodyAnyMore() {
        World farAway = new World(
                        SteeringPolicies.read(
                                "far-away.yaml",
                                """
                        service: homepage
                        regions:
                          eu-west-1: {capacityRps: 1000, origins: ["http://127.0.0.1:7201"]}
                          us-east-1: {capacityRps: 1000, origins: ["http://127.0.0.1:7202"]}
                          us-west-2: {capacityRps: 1000, origins: ["http://127.0.0.1:7203"]}
                        edges:
                          fra: {expectedDemandRps: 100, latencyMs: {eu-west-1: 5, us-east-1: 85, us-west-2: 140}}
                          lhr: {expectedDemandRps: 100, latencyMs: {eu-west-1: 10, us-east-1: 80, us-west-2: 130}}
                        """))
                .run(10);
        assertThat(farAway.slotsOf(EAST)).isZero();
        assertThat(understudies(farAway)).contains(Owner.of(EAST));

        farAway.failing(EAST, 1).runUntil(EAST, Verdict.LOST, 10);

        assertThat(farAway.verdictOf(EAST)).isEqualTo(Verdict.LOST);
        assertThat(understudies(farAway)).contains(Owner.of(WEST)).doesNotContain(Owner.of(EAST));
        assertThat(new Moves(farAway).total()).isZero();
    }

    private static Set<Owner> understudies(World world) {
        return world.tables().values().stream()
                .flatMap(table -> table.runs().stream())
                .map(SlotRun::understudy)
                .collect(Collectors.toSet());
    }
}
