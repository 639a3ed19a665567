package dev.drover.edge.overlay;

import static dev.drover.edge.EdgeWorld.DEAD;
import static dev.drover.edge.EdgeWorld.HEALTHY;
import static dev.drover.edge.EdgeWorld.failing;
import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.EU;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.Mark;
import dev.drover.api.session.Overlay;
import dev.drover.api.slot.Owner;
import dev.drover.edge.EdgeWorld;
import dev.drover.edge.Effect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private final EdgeWorld world = new EdgeWorld(3);

    @BeforeEach
    void policyInForce() {
        world.offer(policy(1, 1).sealed());
        world.run(Duration.ofSeconds(3));
    }

    private @Nullable RegionId overlaid() {
        Overlay overlay = world.core.status().overlay();
        return overlay == null ? null : overlay.region();
    }

    private void lose(RegionId region) {
        world.region(region, DEAD).run(Duration.ofSeconds(4));
    }

    @Test
    void lostRegionGetsAnOverlay() {
        lose(EAST);

        assertThat(overlaid()).isEqualTo(EAST);
    }

    @Test
    void onlyOneRegionGetsAnOverlayAtATime() {
        lose(EAST);
        lose(WEST);

        assertThat(overlaid()).isEqualTo(EAST);
        assertThat(world.core.status().weights())
                .as("the understudy is used although it is lost itself")
                .containsEntry(Owner.of(WEST), 8_000);
    }

    @Test
    void ofTwoLostAtOnceTheOneWithMoreSlotsComesFirst() {
        world.offer(policy(1, 2)
                .slots("0-1000 us-east-1/us-west-2", "1001-9000 us-west-2/eu-west-1", "9001-9999 eu-west-1/us-east-1")
                .mark(EU, Mark.CLOSED)
                .mark(EU, Mark.OPEN)
                .sealed());
        lose(EU);
        assertThat(overlaid()).isEqualTo(EU);
        world.region(EAST, DEAD).region(WEST, DEAD).run(Duration.ofSeconds(4));

        world.region(EU, HEALTHY).run(Duration.ofSeconds(50));

        assertThat(overlaid()).isEqualTo(WEST);
    }

    @Test
    void lossOfARegionWithoutSlotsHereChangesNothing() {
        world.offer(policy(1, 2)
                .slots("0-5999 us-west-2/eu-west-1", "6000-9999 eu-west-1/us-west-2")
                .sealed());

        lose(EAST);

        assertThat(overlaid()).isNull();
    }

    @Test
    void publicationThatDoesNotAnswerItKeepsIt() {
        lose(EAST);

        world.offer(policy(1, 2).sealed());
        world.run(Duration.ofSeconds(1));

        assertThat(overlaid()).isEqualTo(EAST);
        assertThat(world.core.status().weights()).doesNotContainKey(Owner.of(EAST));
    }

    @Test
    void publicationThatTakesTheSlotsAwayEndsIt() {
        lose(EAST);

        world.offer(policy(1, 2)
                .slots("0-7999 us-west-2/eu-west-1", "8000-9999 eu-west-1/us-west-2")
                .mark(EAST, Mark.CLOSED)
                .sealed());

        assertThat(overlaid()).isNull();
    }

    @Test
    void publicationThatTakesTheRegionBackEndsIt() {
        lose(EAST);
        world.region(EAST, HEALTHY).run(Duration.ofSeconds(2));

        world.offer(policy(1, 2).back(EAST).sealed());

        assertThat(overlaid()).isNull();
        assertThat(world.core.status().weights()).containsEntry(Owner.of(EAST), 4_000);
    }

    @Test
    void regionTakenBackByTheLeaderAndStillLostFromHereGetsItsOverlayAgainAtOnce() {
        lose(EAST);

        world.offer(policy(1, 2).back(EAST).sealed());
        world.run(Duration.ofMillis(100));

        assertThat(overlaid()).isEqualTo(EAST);
    }

    @Test
    void recoveredRegionReturnsAfterThirtySecondsWithoutAnyController() {
        lose(EAST);
        world.run(Duration.ofMinutes(2));
        world.forget();
        long from = world.millis();

        world.region(EAST, HEALTHY).run(Duration.ofSeconds(40));

        assertThat(overlaid()).isNull();
        assertThat(world.firstMillis(Effect.OverlayTurned.class, from) - from).isBetween(20_000L, 34_000L);
        assertThat(world.seen(Effect.OverlayTurned.class))
                .extracting(Effect.OverlayTurned::why)
                .containsExactly("it has recovered");
    }

    @Test
    void blipKeepsItsOverlayForThirtySeconds() {
        lose(EAST);
        world.region(EAST, HEALTHY).run(Duration.ofSeconds(20));
        assertThat(overlaid()).isEqualTo(EAST);

        world.run(Duration.ofSeconds(20));

        assertThat(overlaid()).isNull();
    }

    @Test
    void regionThatFailsHalfOfItsProbesDoesNotReturn() {
        lose(EAST);

        world.region(EAST, failing(0.5)).run(Duration.ofMinutes(30));

        assertThat(overlaid()).isEqualTo(EAST);
    }

    @Test
    void relapseIsHeldForHalfAnHour() {
        lose(EAST);
        world.region(EAST, HEALTHY).run(Duration.ofMinutes(1));
        assertThat(overlaid()).isNull();

        lose(EAST);
        assertThat(overlaid()).as("back at once").isEqualTo(EAST);
        world.region(EAST, HEALTHY).run(Duration.ofMinutes(29));
        assertThat(overlaid()).isEqualTo(EAST);

        world.run(Duration.ofMinutes(2));
        assertThat(overlaid()).isNull();
    }

    @Test
    void flappingRegionMovesUsersOnce() {
        world.forget();
        for (int i = 0; i < 30; i++) {
            world.region(EAST, DEAD).run(Duration.ofSeconds(20));
            world.region(EAST, HEALTHY).run(Duration.ofSeconds(20));
        }

        assertThat(world.seen(Effect.OverlayTurned.class)).hasSize(1);
    }

    @Test
    void regionThatOnlyUsersCallLostIsTriedWithOnePercentFirst() {
        for (int i = 0; i < 40; i++) {
            world.region(EAST, DEAD);
            world.request(EAST);
            world.region(EAST, HEALTHY);
        }
        world.run(Duration.ofSeconds(25));
        assertThat(overlaid()).isEqualTo(EAST);

        world.run(Duration.ofSeconds(10));
        assertThat(world.core.status().onTrial()).isTrue();
        assertThat(world.core.status().weights()).containsEntry(Owner.of(EAST), 40);

        world.run(Duration.ofSeconds(11));
        assertThat(overlaid()).isNull();
    }

    @Test
    void trialThatFailsUsersEndsAtOnceAndStartsTheClockAnew() {
        for (int i = 0; i < 40; i++) {
            world.region(EAST, DEAD);
            world.request(EAST);
            world.region(EAST, HEALTHY);
        }
        world.run(Duration.ofSeconds(33));
        assertThat(world.core.status().onTrial()).isTrue();

        for (int i = 0; i < 5; i++) {
            world.region(EAST, DEAD);
            world.request(EAST);
            world.region(EAST, HEALTHY);
        }
        world.run(Duration.ofSeconds(1));

        assertThat(world.core.status().onTrial()).isFalse();
        assertThat(world.core.status().weights()).doesNotContainKey(Owner.of(EAST));
        world.run(Duration.ofSeconds(25));
        assertThat(world.core.status().onTrial()).isFalse();
        world.run(Duration.ofSeconds(10));
        assertThat(world.core.status().onTrial()).isTrue();
    }
}
