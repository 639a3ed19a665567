package dev.drover.decision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.decision.plan.AnyRehearsal.Trouble;
import dev.drover.decision.rotate.Access.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlannerPropertiesTest {

    /** New understudies may need one more look after owners have moved. */
    private static final int STEPS_TO_SETTLE = 4;

    @Provide
    Arbitrary<Rehearsal> anyFleet() {
        return AnyRehearsal.fleets(0.2, 1.3);
    }

    @Provide
    Arbitrary<Rehearsal> fleetWithRoom() {
        return AnyRehearsal.fleets(0.1, 0.7);
    }

    private static void settle(Rehearsal fleet) {
        for (int i = 0; i < STEPS_TO_SETTLE; i++) {
            fleet.step();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void unchangedInputChangesNothing(@ForAll("anyFleet") Rehearsal fleet, @ForAll Trouble trouble) {
        AnyRehearsal.happen(trouble, fleet);
        settle(fleet);

        Plan again = fleet.step();

        assertThat(again.change()).isEqualTo(Plan.Change.NONE);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noiseOfTwoPercentChangesNothingWhateverTheMatterIs(
            @ForAll("anyFleet") Rehearsal fleet, @ForAll Trouble trouble, @ForAll long seed) {
        AnyRehearsal.happen(trouble, fleet);
        settle(fleet);
        SplittableRandom dice = new SplittableRandom(seed);

        for (int i = 0; i < 30; i++) {
            SortedMap<EdgeId, Double> demand = fleet.demandsTimes(1);
            demand.replaceAll((edge, rps) -> rps * dice.nextDouble(0.98, 1.02));

            assertThat(fleet.step(demand).change()).isEqualTo(Plan.Change.NONE);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nobodyIsPlannedAboveTheMaximumWhicheverEdgesActOnALoss(
            @ForAll("anyFleet") Rehearsal fleet, @ForAll Trouble trouble, @ForAll long seed) {
        AnyRehearsal.happen(trouble, fleet);
        settle(fleet);
        SplittableRandom dice = new SplittableRandom(seed);

        for (RegionId lost : fleet.fleet().regions()) {
            SortedMap<EdgeId, SlotTable> acted = new TreeMap<>(fleet.tables());
            Step.lose(lost, fleet.tables()).forEach((edge, table) -> {
                if (dice.nextBoolean()) {
                    acted.put(edge, table);
                }
            });

            assertThat(new Loads(fleet.fleet(), acted).areWithin(Rehearsal.UTILIZATION.max()))
                    .as("some edges act on the loss of %s", lost)
                    .isTrue();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nobodyIsShedWhoNeedNotBe(@ForAll("anyFleet") Rehearsal fleet, @ForAll Trouble trouble) {
        AnyRehearsal.happen(trouble, fleet);
        settle(fleet);

        double needfulRps = Owners.reshuffled(fleet.fleet(), fleet.tables()).shedRps();

        double crumbsRps = fleet.fleet().demandRps() * 20 / Slots.COUNT;
        assertThat(fleet.fleet().shedRps(fleet.tables())).isLessThanOrEqualTo(needfulRps + crumbsRps);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void overAnOutageAndBackNoSlotMovesMoreThanTwiceAndAllEndAtHome(@ForAll("fleetWithRoom") Rehearsal fleet) {
        settle(fleet);
        SortedMap<EdgeId, SlotTable> before = fleet.tables();
        RegionId region = fleet.fleet().regions().get(0);
        int[][] moves = new int[before.size()][Slots.COUNT];

        count(moves, fleet.close(region, Reason.LOST));
        boolean served = fleet.fleet().shedRps(fleet.tables()) == 0;
        count(moves, fleet.close(region, Reason.DOWN));
        for (int percent : List.of(1, 5, 25, 50)) {
            count(moves, fleet.returnTo(region, percent));
        }
        count(moves, fleet.open(region));

        assertThat(owners(fleet.tables())).isEqualTo(owners(before));
        int most = Arrays.stream(moves).flatMapToInt(Arrays::stream).max().orElse(0);
        assertThat(most).isLessThanOrEqualTo(served ? 2 : 4);
    }

    private static void count(int[][] moves, Rehearsal fleet) {
        for (int i = 0; i < 2; i++) {
            SortedMap<EdgeId, SlotTable> was = fleet.tables();
            Plan plan = fleet.step();
            int row = 0;
            for (EdgeId edge : was.keySet()) {
                SlotTable then = was.get(edge);
                SlotTable now = plan.tables().get(edge);
                for (int slot = 0; slot < Slots.COUNT && !then.equals(now); slot++) {
                    moves[row][slot] +=
                            then.runOf(slot).owner().equals(now.runOf(slot).owner()) ? 0 : 1;
                }
                row++;
            }
        }
    }

    private static SortedMap<EdgeId, SlotTable> owners(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> owners = new TreeMap<>(tables);
        owners.replaceAll((edge, table) ->
                table.map(run -> new SlotRun(run.first(), run.last(), run.owner(), Owner.SHED, run.owner())));
        return owners;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aRegionThatIsOutOrOnItsWayIsNobodysUnderstudy(@ForAll("anyFleet") Rehearsal fleet, @ForAll Trouble trouble) {
        AnyRehearsal.happen(trouble, fleet);
        settle(fleet);
        Fleet planned = fleet.fleet();

        assertThat(fleet.tables().values()).flatExtracting(SlotTable::runs).noneMatch(run -> run.understudy()
                .region()
                .filter(region -> planned.fixed().contains(region) || planned.capacityOf(region) == 0)
                .isPresent());
    }
}
