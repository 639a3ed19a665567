package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.json.Json;
import dev.drover.api.order.Pace;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LeaderChangeTest {

    /** Every second another leader, or the same one: it must make no difference to anything that is published. */
    @Test
    void aLeaderThatReadsWhatWasStoredGoesOnAsTheOneBeforeWouldHave() {
        World same = new World().every(Duration.ofSeconds(1));
        World others = new World().every(Duration.ofSeconds(1));

        List<String> one = story(same, world -> world);
        List<String> other = story(others, World::ledByAnother);

        assertThat(one).hasSizeGreaterThan(10);
        assertThat(other).isEqualTo(one);
    }

    private static List<String> story(World world, UnaryOperator<World> eachSecond) {
        for (int second = 0; second < 500; second++) {
            switch (second) {
                case 20 -> world.failing(EAST, 1);
                case 60 -> world.healed(EAST);
                case 150 -> world.evacuate(WEST, Pace.PLANNED);
                case 200 -> world.demand("sfo", 220);
                case 300 -> world.restore();
                default -> world.noise(0.01);
            }
            eachSecond.apply(world).run(1);
        }
        return world.published().stream()
                .map(decision -> Json.write(decision.causes())
                        + Json.write(decision.next().memory())
                        + Json.write(decision.next().tables()))
                .toList();
    }

    @Test
    void aLossThatItTakesOverGoesOnToDownByItsAge() {
        World world = new World().run(30).failing(EAST, 1).runUntil(EAST, Verdict.LOST, 60);
        double lostAt = world.seconds();

        world.run(3).ledByAnother().runUntil(EAST, Verdict.DOWN, 60);

        assertThat(world.seconds() - lostAt).isBetween(5.5, 6.5);
    }

    @Test
    void anOrderIsNotForgotten() {
        World world = new World().every(Duration.ofSeconds(1)).run(30);
        int slots = world.slotsOf(EAST);

        world.evacuate(EAST, Pace.PLANNED).run(31).ledByAnother().run(1);

        assertThat(world.slotsOf(EAST)).isBetween((int) (slots * 0.84), (int) (slots * 0.86));
    }
}
