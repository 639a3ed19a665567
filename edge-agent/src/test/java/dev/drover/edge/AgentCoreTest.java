package dev.drover.edge;

import static dev.drover.edge.EdgeWorld.DEAD;
import static dev.drover.edge.EdgeWorld.HEALTHY;
import static dev.drover.edge.EdgeWorld.SILENT;
import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.EU;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.id;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.View;
import dev.drover.api.slot.Owner;
import dev.drover.edge.adopt.Adoption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgentCoreTest {

    private final EdgeWorld world = new EdgeWorld(1);

    private void settled() {
        world.offer(policy(1, 1).sealed());
        world.run(Duration.ofSeconds(5));
        world.forget();
    }

    @Test
    void withoutPolicyUsersGetTheStaticAnswerAndReportsTellOfThem() {
        world.users(10, Duration.ofSeconds(2));
        world.run(Duration.ofMillis(2_100));

        assertThat(world.core.isReady()).isFalse();
        assertThat(world.core.routeOf("anybody").first()).isEqualTo(Owner.SHED);
        assertThat(world.reports()).hasSize(2).allSatisfy(report -> assertThat(report.regions())
                .isEmpty());
        assertThat(world.reports().get(0).users().arrived()).isBetween(10L, 11L);
    }

    @Test
    void lostRegionsSlotsGoToTheirUnderstudiesAndNobodyElseMoves() {
        settled();

        world.region(EAST, DEAD).run(Duration.ofSeconds(3));

        assertThat(Objects.requireNonNull(world.core.status().overlay()).region())
                .isEqualTo(EAST);
        assertThat(world.core.status().weights())
                .containsOnly(Map.entry(Owner.of(WEST), 8_000), Map.entry(Owner.of(EU), 2_000));
    }

    @Test
    void turnOfAViewIsReportedAtOnceWithItsOverlay() {
        settled();
        world.region(EAST, DEAD);
        world.users(200, Duration.ofSeconds(1));

        world.run(Duration.ofMillis(400));

        AgentMessage.Report last = world.reports().get(world.reports().size() - 1);
        assertThat(Objects.requireNonNull(last.regions().get(EAST)).view()).isEqualTo(View.LOST);
        assertThat(Objects.requireNonNull(last.overlay()).evidence()).contains("requests failed within 800 ms");
        assertThat(world.firstMillis(Effect.ViewTurned.class, 0))
                .isBetween(last.sentAt().toEpochMilli() - Given.T0.toEpochMilli() - 75, 5_400L);
    }

    @Test
    void everyReportHasTheNextSequenceNumberAndLosesNothing() {
        settled();
        world.region(EU, DEAD);
        world.users(97, Duration.ofSeconds(10));

        world.run(Duration.ofSeconds(12));

        assertThat(world.reports())
                .extracting(AgentMessage.Report::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(world.reports().stream().mapToLong(report -> report.users().arrived()))
                .satisfies(arrived -> assertThat(
                                arrived.stream().mapToLong(Long::longValue).sum())
                        .isBetween(970L, 980L));
    }

    @Test
    void confirmationProbesAreNotReported() {
        settled();

        world.region(EAST, SILENT).run(Duration.ofSeconds(10));

        long reported = world.reports().stream()
                .mapToLong(report -> Objects.requireNonNull(report.regions().get(EAST))
                        .probes()
                        .count())
                .sum();
        assertThat(reported).isBetween(8L, 11L);
        assertThat(world.probesOf(EAST)).isGreaterThan(reported + 8);
    }

    @Test
    void policyBecomesLastKnownGoodOnceItHasServedForAWhile() {
        world.offer(policy(1, 1).sealed());

        world.run(Duration.ofMillis(9_900));
        assertThat(world.seen(Effect.KeepGood.class)).isEmpty();

        world.run(Duration.ofSeconds(30));
        assertThat(world.seen(Effect.KeepGood.class))
                .extracting(Effect.KeepGood::id)
                .containsExactly(id(1, 1));
    }

    @Test
    void policyReplacedTooSoonIsNotKept() {
        world.offer(policy(1, 1).sealed());
        world.run(Duration.ofSeconds(5));
        world.offer(policy(1, 2).sealed());
        world.run(Duration.ofSeconds(20));

        assertThat(world.seen(Effect.KeepGood.class))
                .extracting(Effect.KeepGood::id)
                .containsExactly(id(1, 2));
    }

    @Test
    void minuteWithoutControllersMakesReportsStaleAndChangesNothingElse() {
        settled();

        world.run(Duration.ofMinutes(10));

        assertThat(world.reports().get(50).stale()).isFalse();
        assertThat(world.reports().get(60).stale()).isTrue();
        assertThat(world.core.status().weights()).containsEntry(Owner.of(EAST), 4_000);

        world.core.sessions(1, world.now());
        assertThat(world.core.status().stale()).isFalse();
    }

    @Test
    void startsFromWhatWasKeptAndObeysNothingOlder() {
        world.core.remember(id(3, 9));

        Adoption revived = world.core.revive(policy(3, 8).sealed(), world.now());
        Adoption older = world.offer(policy(3, 7).sealed());
        Adoption same = world.offer(policy(3, 9).sealed());

        assertThat(revived).isInstanceOf(Adoption.Adopted.class);
        assertThat(older).isInstanceOf(Adoption.Refused.class);
        assertThat(same).isInstanceOf(Adoption.Adopted.class);
        assertThat(world.core.applied()).isEqualTo(id(3, 9));
    }

    @Test
    void bootstrapPolicyIsSupersededByWhateverAControllerSends() {
        Adoption bootstrapped =
                world.core.bootstrap(policy(900, 900).of(Given.OTHER_CLUSTER).sealed(), world.now());
        assertThat(bootstrapped).isInstanceOf(Adoption.Adopted.class);
        assertThat(world.core.applied()).isNull();

        assertThat(world.offer(policy(1, 1).sealed())).isInstanceOf(Adoption.Adopted.class);
        assertThat(world.core.status().policy()).isEqualTo(id(1, 1));
    }

    @Test
    void edgeThatLostEverythingKeepsItsRoutes() {
        settled();

        world.region(EAST, DEAD).region(WEST, DEAD).region(EU, DEAD).run(Duration.ofMinutes(2));
        world.region(EAST, HEALTHY).region(WEST, HEALTHY).region(EU, HEALTHY).run(Duration.ofMinutes(3));

        assertThat(world.core.status().overlay()).isNull();
        assertThat(world.core.status().weights()).containsEntry(Owner.of(EAST), 4_000);
    }

    @Test
    void sameCallsWithTheSameSeedGiveTheSameEffects() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
    }

    private static List<Effect> history(long seed) {
        EdgeWorld lived = new EdgeWorld(seed);
        lived.offer(policy(1, 1).sealed());
        lived.region(EAST, EdgeWorld.failing(0.3));
        lived.users(50, Duration.ofSeconds(20));
        lived.run(Duration.ofSeconds(40));
        return lived.seen(Effect.class);
    }
}
