package dev.drover.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionPropertiesTest {

    @Provide
    Arbitrary<SteeringPolicy> fleets() {
        return AnyFleet.any();
    }

    @Provide
    Arbitrary<SteeringPolicy> soundFleets() {
        return AnyFleet.sound();
    }

    @Provide
    Arbitrary<List<Happening>> fates() {
        return AnyFleet.fates();
    }

    @Property(tries = 40)
    void whateverHappensEveryPublicationIsSafe(
            @ForAll("fleets") SteeringPolicy policy, @ForAll("fates") List<Happening> fate) {
        World world = new World(policy).every(Duration.ofSeconds(1));

        fate.forEach(happening -> happening.to(world));

        assertThat(new Safety(world).faults()).isEmpty();
    }

    @Property(tries = 20)
    void unchangedInputMovesNothing(@ForAll("fleets") SteeringPolicy policy, @ForAll("fates") List<Happening> fate) {
        World world = new World(policy).every(Duration.ofSeconds(1));

        for (Happening happening : fate) {
            happening.to(world.run(1));
            Decision again = world.run(1).again();

            assertThat(again.next().tables()).as("after %s", happening).isEqualTo(world.tables());
            assertThat(again.causes()).allMatch(Cause.RegionHealthy.class::isInstance);
        }
    }

    @Property(tries = 12)
    void theSameHappeningsLeadToTheSameDecisionsWhoeverLeads(
            @ForAll("fleets") SteeringPolicy policy, @ForAll("fates") List<Happening> fate) {
        World one = new World(policy).every(Duration.ofSeconds(1));
        World other = new World(policy).every(Duration.ofSeconds(1));

        for (Happening happening : fate) {
            happening.to(one);
            happening.to(other.ledByAnother());

            assertThat(Json.write(other.last().next()))
                    .isEqualTo(Json.write(one.last().next()));
            assertThat(other.last().notes()).isEqualTo(one.last().notes());
        }
        assertThat(other.published()).isEqualTo(one.published());
    }

    @Property(tries = 15)
    void overAnOutageAndBackNobodyMovesMoreThanTwiceAndEveryoneEndsAtHome(
            @ForAll("soundFleets") SteeringPolicy policy, @ForAll int anyRegion) {
        World world = new World(policy).every(Duration.ofSeconds(1)).run(15);
        SortedMap<EdgeId, SlotTable> before = world.tables();
        RegionId region = world.region(Math.floorMod(anyRegion, 6));
        Moves moves = new Moves(world);

        world.failing(region, 1).run(20);
        assertThat(world.verdictOf(region)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(region)).isZero();
        world.healed(region).run(60);

        assertThat(owners(world.tables())).isEqualTo(owners(before));
        assertThat(moves.mostOfOneSlot()).isLessThanOrEqualTo(moves.nobodyWasShed() ? 2 : 4);
    }

    private static SortedMap<EdgeId, SlotTable> owners(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> owners = new TreeMap<>(tables);
        owners.replaceAll((edge, table) ->
                table.map(run -> new SlotRun(run.first(), run.last(), run.owner(), Owner.SHED, run.owner())));
        return owners;
    }

    @Property(tries = 20)
    void noiseMovesNobody(@ForAll("soundFleets") SteeringPolicy policy) {
        World world = new World(policy).every(Duration.ofSeconds(1)).run(15);
        Moves moves = new Moves(world);

        world.noise(0.02).run(60);

        assertThat(moves.total()).isZero();
    }

    @Property(tries = 20)
    void newUnderstudiesMoveNobodyAndComeSeldom(
            @ForAll("fleets") SteeringPolicy policy, @ForAll("fates") List<Happening> fate) {
        World world = new World(policy).every(Duration.ofSeconds(1));

        fate.forEach(happening -> happening.to(world));

        List<Decision> published = world.published();
        for (int i = 1; i < published.size(); i++) {
            Decision before = published.get(i - 1);
            Decision refreshed = published.get(i);
            if (refreshed.causes().stream().allMatch(Cause.UnderstudiesRefreshed.class::isInstance)) {
                assertThat(owners(refreshed.next().tables()))
                        .isEqualTo(owners(before.next().tables()));
                assertThat(refreshed.next().memory().reviewedAt())
                        .isAfterOrEqualTo(before.next()
                                .memory()
                                .reviewedAt()
                                .plus(policy.guards().understudiesEvery()));
            }
        }
    }
}
