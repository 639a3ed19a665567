package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Note;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions that answer, and yet are not well; and regions that others make unwell. */
class GrayFailureTest {

    private final World world = new World().every(Duration.ofSeconds(1)).run(90);

    /** Where all edges have users in the east: who is to convict by users must be many. */
    private static World allInTheEast() {
        return new World(
                        SteeringPolicies.read(
                                "all-in-the-east.yaml",
                                """
                        service: homepage
                        regions:
                          eu-west-1: {capacityRps: 1000, origins: ["http://127.0.0.1:7201"]}
                          us-east-1: {capacityRps: 1000, origins: ["http://127.0.0.1:7202"]}
                          us-west-2: {capacityRps: 1000, origins: ["http://127.0.0.1:7203"]}
                        edges:
                          bos: {expectedDemandRps: 100, latencyMs: {eu-west-1: 75, us-east-1: 8, us-west-2: 70}}
                          iad: {expectedDemandRps: 100, latencyMs: {eu-west-1: 80, us-east-1: 4, us-west-2: 60}}
                          lhr: {expectedDemandRps: 100, latencyMs: {eu-west-1: 10, us-east-1: 80, us-west-2: 130}}
                          mia: {expectedDemandRps: 100, latencyMs: {eu-west-1: 99, us-east-1: 28, us-west-2: 75}}
                          yyz: {expectedDemandRps: 100, latencyMs: {eu-west-1: 85, us-east-1: 15, us-west-2: 65}}
                        """))
                .every(Duration.ofSeconds(1))
                .run(90);
    }

    private static double secondsUntil(World world, Verdict verdict, int most) {
        double from = world.seconds();
        world.runUntil(EAST, verdict, most);
        return world.seconds() - from;
    }

    private double secondsUntil(Verdict verdict, int most) {
        double from = world.seconds();
        world.runUntil(EAST, verdict, most);
        return world.seconds() - from;
    }

    @Test
    void aRegionThatAnswersFiveTimesSlowerIsDegradedWithinHalfAMinuteAndNeverDown() {
        world.answeringIn(EAST, 200);

        assertThat(secondsUntil(Verdict.DEGRADED, 60)).isLessThan(35);

        world.run(600);
        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DEGRADED);
        assertThat(world.last().fleet().capacityRps()).containsEntry(EAST, 140.0);
        assertThat(world.last()
                        .next()
                        .memory()
                        .regions()
                        .get(EAST)
                        .judgement()
                        .verdict()
                        .evidence()
                        .sentence())
                .contains("answers were slow");
    }

    @Test
    void aRegionThatIsQuickAgainHasAllOfItsCapacityAgain() {
        world.answeringIn(EAST, 200).run(120).answeringIn(EAST, 40);

        world.runUntil(EAST, Verdict.HEALTHY, 120);

        assertThat(world.last().fleet().capacityRps()).containsEntry(EAST, 280.0);
    }

    @Test
    void slownessEverywhereIsHeldAgainstNoRegion() {
        world.policy().regions().keySet().forEach(region -> world.answeringIn(region, 400));

        world.run(120);

        world.policy().regions().keySet().forEach(region -> assertThat(world.verdictOf(region))
                .isEqualTo(Verdict.HEALTHY));
    }

    @Test
    void aRegionThatRefusesForWantOfCapacityIsMadeToServeLessAndNotLost() {
        world.refusing(EAST, 0.3);

        assertThat(secondsUntil(Verdict.DEGRADED, 60)).isLessThan(35);
        world.run(300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DEGRADED);
        assertThat(world.slotsOf(EAST)).isPositive();
    }

    @Test
    void aSurvivorThatFailsUnderTheLoadItTookOverIsMadeToServeLess() {
        World generous = new World("guards: {maxAutoEvacuated: 2}\n")
                .every(Duration.ofSeconds(1))
                .run(90);
        generous.failing(EAST, 1).run(12);
        assertThat(generous.verdictOf(EAST)).isEqualTo(Verdict.DOWN);

        generous.failing(WEST, 0.4).runUntil(WEST, Verdict.DEGRADED, 40);

        assertThat(generous.verdictOf(WEST)).isEqualTo(Verdict.DEGRADED);
        assertThat(generous.slotsOf(WEST)).isPositive();
    }

    @Test
    void whatUsersProvedOnlyUsersClear() {
        World world = allInTheEast().failingUsersOf(EAST, 0.5);
        assertThat(secondsUntil(world, Verdict.DOWN, 60)).isLessThan(30);

        world.runUntil(EAST, Verdict.RECOVERING, 120).runUntil(EAST, Verdict.DOWN, 300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.published().stream()
                        .flatMap(decision -> decision.causes().stream())
                        .map(Object::toString))
                .noneMatch(cause -> cause.contains("RampStep") && cause.contains("percent=5"));
    }

    @Test
    void theUsersOfTwoEdgesOfFiveConvictNobody() {
        World world = allInTheEast().unhappy(edge -> List.of("iad", "mia").contains(edge.value()));

        world.failingUsersOf(EAST, 1).run(120);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aRegionThatUsersAcquitReturnsByTheRamp() {
        World world = allInTheEast();
        int slots = world.slotsOf(EAST);
        world.failingUsersOf(EAST, 0.5).runUntil(EAST, Verdict.DOWN, 60);

        world.failingUsersOf(EAST, 0).runUntil(EAST, Verdict.HEALTHY, 1_200);

        assertThat(world.slotsOf(EAST)).isEqualTo(slots);
    }

    @Test
    void anEdgeThatBlamesEverythingHasNoVoteUntilItSeesTrulyAgain() {
        world.lying(edge -> edge.value().equals("iad")).run(5);
        assertThat(world.notes(Note.EdgeSuspected.class)).isTrue();

        world.lying(edge -> false).run(10);
        assertThat(world.notes(Note.EdgeSuspected.class)).isFalse();
    }
}
