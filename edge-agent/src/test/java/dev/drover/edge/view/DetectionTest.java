package dev.drover.edge.view;

import static dev.drover.edge.EdgeWorld.DEAD;
import static dev.drover.edge.EdgeWorld.HEALTHY;
import static dev.drover.edge.EdgeWorld.SILENT;
import static dev.drover.edge.EdgeWorld.failing;
import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.EU;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.edge.EdgeWorld;
import dev.drover.edge.Effect;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How fast and how surely an agent sees: the figures that everything above rests on. */
class DetectionTest {

    private static long lostAfterMillis(long seed, int phaseMillis, int usersPerSecond, EdgeWorld.Behaviour fault) {
        EdgeWorld world = new EdgeWorld(seed);
        world.offer(policy(1, 1).sealed());
        world.run(Duration.ofMillis(3_000 + phaseMillis));
        long from = world.millis();
        world.region(EAST, fault);
        if (usersPerSecond > 0) {
            world.users(usersPerSecond, Duration.ofSeconds(5));
        }
        world.run(Duration.ofSeconds(5));
        return world.firstMillis(Effect.ViewTurned.class, from) - from;
    }

    @Property(tries = 200)
    void deadRegionIsLostWithinTwoSecondsAndABitByProbesAlone(
            @ForAll long seed, @ForAll @IntRange(max = 1_000) int phaseMillis) {
        assertThat(lostAfterMillis(seed, phaseMillis, 0, DEAD)).isBetween(1_000L, 2_260L);
    }

    @Property(tries = 200)
    void blackHoleIsLostWithinThreeSecondsByProbesAlone(
            @ForAll long seed, @ForAll @IntRange(max = 1_000) int phaseMillis) {
        assertThat(lostAfterMillis(seed, phaseMillis, 0, SILENT)).isBetween(1_600L, 2_900L);
    }

    @Property(tries = 100)
    void deadRegionIsLostWithinASecondIfItHasFortyUsersASecond(
            @ForAll long seed, @ForAll @IntRange(max = 1_000) int phaseMillis) {
        assertThat(lostAfterMillis(seed, phaseMillis, 100, DEAD)).isBetween(300L, 900L);
    }

    @Property(tries = 100)
    void edgeWithFewUsersIsAsQuickAsProbesAllowOnceOneOfThemFails(@ForAll long seed) {
        EdgeWorld world = new EdgeWorld(seed);
        world.offer(policy(1, 1).sealed());
        world.run(Duration.ofSeconds(4));
        world.region(EAST, DEAD);
        long from = world.millis();
        world.request(EAST);

        world.run(Duration.ofSeconds(3));

        assertThat(world.firstMillis(Effect.ViewTurned.class, from) - from).isBetween(1_000L, 1_200L);
    }

    @Test
    void noRegionIsLostInADayOfThreePercentErrors() {
        EdgeWorld world = new EdgeWorld(42, Duration.ofMillis(200));
        world.offer(policy(1, 1).sealed());
        world.region(EAST, failing(0.03)).region(WEST, failing(0.03)).region(EU, failing(0.03));

        for (int hour = 0; hour < 24; hour++) {
            world.users(1, Duration.ofHours(1));
            world.run(Duration.ofHours(1));
            assertThat(world.seen(Effect.ViewTurned.class)).isEmpty();
            assertThat(world.probesOf(EAST)).as("3 % more probes or so").isLessThan(4_000);
            world.forget();
        }
    }

    @Test
    void noRegionIsLostByManyUsersOfWhomThreePercentFail() {
        EdgeWorld world = new EdgeWorld(43);
        world.offer(policy(1, 1).sealed());
        world.region(EAST, failing(0.03)).region(WEST, failing(0.03)).region(EU, failing(0.03));

        world.users(1_000, Duration.ofMinutes(2));
        world.run(Duration.ofMinutes(2));

        assertThat(world.seen(Effect.ViewTurned.class)).isEmpty();
        assertThat(world.probesOf(EAST))
                .as("failed users ask for one confirmation probe each 200 ms at most")
                .isLessThan(120 + 600 + 20);
    }

    @Test
    void slowRegionIsNotLost() {
        EdgeWorld world = new EdgeWorld(44);
        world.offer(policy(1, 1).sealed());
        world.region(EAST, (millis, random) -> new EdgeWorld.Answer(true, 600));

        world.users(100, Duration.ofSeconds(60));
        world.run(Duration.ofSeconds(60));

        assertThat(world.seen(Effect.ViewTurned.class)).isEmpty();
    }

    @Test
    void recoveredRegionIsGoodAtTheFirstProbeThatSucceeds() {
        EdgeWorld world = new EdgeWorld(45);
        world.offer(policy(1, 1).sealed());
        world.region(EAST, DEAD).run(Duration.ofSeconds(10));
        world.forget();

        long from = world.millis();
        world.region(EAST, HEALTHY).run(Duration.ofSeconds(2));

        assertThat(world.firstMillis(Effect.ViewTurned.class, from) - from).isBetween(1L, 600L);
    }

    @Test
    void lostRegionIsProbedTwiceASecondUntilItReturns() {
        EdgeWorld world = new EdgeWorld(46);
        world.offer(policy(1, 1).sealed());
        world.region(EAST, DEAD).run(Duration.ofSeconds(10));
        world.forget();

        world.run(Duration.ofSeconds(20));

        assertThat(world.probesOf(EAST)).isBetween(38L, 56L);
    }
}
