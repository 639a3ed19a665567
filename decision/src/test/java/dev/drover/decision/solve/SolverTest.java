package dev.drover.decision.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SolverTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void everyoneIsServedNearbyWhileRegionsAreUnderTheTarget() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 500, "eu", 10, "us", 90)
                .edge("iad", 400, "eu", 80, "us", 4)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 10_000));
        assertThat(slots(solution, "iad")).isEqualTo(owners("us", 10_000));
        assertThat(solution.totals().peak()).isCloseTo(0.5, CLOSE);
        assertThat(solution.totals().meanLatencyMs()).isCloseTo((500 * 10 + 400 * 4) / 900.0, CLOSE);
        assertThat(solution.worthOfRoomMs(RegionId.of("eu"))).isZero();
    }

    @Test
    void aFullRegionPassesOnThoseForWhomItIsLeastFurther() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 700, "eu", 10, "us", 100)
                .edge("lon", 300, "eu", 15, "us", 75)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 10_000));
        assertThat(solution.share(EdgeId.of("lon"), owner("us"))).isCloseTo(2 / 3.0, CLOSE);
        assertThat(slots(solution, "lon")).isEqualTo(owners("eu", 3_333, "us", 6_667));
        assertThat(solution.totals().peak()).isCloseTo(0.8, CLOSE);
        assertThat(solution.worthOfRoomMs(RegionId.of("eu"))).isCloseTo(60, CLOSE);
    }

    @Test
    void aChainOfShiftsMakesRoomWhereOneShiftCannot() {
        Solution solution = Fleet.of(1, 1)
                .region("a", 100)
                .region("b", 100)
                .region("c", 100)
                .edge("first", 150, "a", 1, "b", 5)
                .edge("second", 100, "b", 1, "c", 9)
                .solve();

        assertThat(solution.share(EdgeId.of("first"), owner("b"))).isCloseTo(1 / 3.0, CLOSE);
        assertThat(solution.share(EdgeId.of("second"), owner("c"))).isCloseTo(0.5, CLOSE);
        assertThat(solution.totals().shedRps()).isZero();
    }

    @Test
    void thePeakIsAsLowAsDemandAllowsOnceItIsAboveTheTarget() {
        Solution solution = Fleet.of(0.5, 0.95)
                .region("eu", 1000)
                .region("us", 500)
                .edge("fra", 1200, "eu", 10, "us", 100)
                .solve();

        assertThat(solution.totals().peak()).isCloseTo(0.8, CLOSE);
        assertThat(solution.totals().utilization().get(RegionId.of("us"))).isCloseTo(0.8, CLOSE);
        assertThat(solution.peakAllowed()).isCloseTo(0.8, CLOSE);
    }

    @Test
    void whatDoesNotFitIsShedInEqualShares() {
        Solution solution = Fleet.of(0.8, 0.9)
                .region("eu", 1000)
                .edge("fra", 1500, "eu", 10)
                .edge("lon", 300, "eu", 15)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 5_000, "shed", 5_000));
        assertThat(slots(solution, "lon")).isEqualTo(owners("eu", 5_000, "shed", 5_000));
        assertThat(solution.totals().shedRps()).isCloseTo(900, within(1e-6));
        assertThat(solution.totals().peak()).isCloseTo(0.9, CLOSE);
    }

    @Test
    void onlyThoseWhoCannotBeHelpedShedMore() {
        Solution solution = Fleet.of(0.8, 1)
                .region("eu", 100)
                .region("us", 900)
                .edge("fra", 400, "eu", 10)
                .edge("iad", 800, "us", 5)
                .edge("lon", 400, "eu", 8, "us", 80)
                .solve();

        assertThat(solution.share(EdgeId.of("fra"), Owner.SHED)).isCloseTo(0.75, CLOSE);
        assertThat(solution.share(EdgeId.of("iad"), Owner.SHED)).isCloseTo(0.25, CLOSE);
        assertThat(solution.share(EdgeId.of("lon"), Owner.SHED)).isCloseTo(0.25, CLOSE);
    }

    @Test
    void theSmallestEdgeIsTreatedAsFairlyAsTheLargest() {
        Solution solution = Fleet.of(0.8, 1)
                .region("large", 1e7)
                .region("small", 1e-3)
                .edge("giant", 2e7, "large", 10)
                .edge("dwarf", 1.5e-3, "small", 10)
                .edge("between", 1e-4, "large", 10, "small", 10)
                .solve();

        assertThat(solution.share(EdgeId.of("giant"), Owner.SHED)).isCloseTo(0.5, within(1e-6));
        assertThat(solution.share(EdgeId.of("dwarf"), Owner.SHED)).isCloseTo(0.375, within(1e-6));
        assertThat(solution.share(EdgeId.of("between"), Owner.SHED)).isCloseTo(0.375, within(1e-6));
    }

    @Test
    void anEdgeWithoutAnAllowedRegionIsShedAndNobodyElse() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("closed", 0)
                .region("eu", 1000)
                .edge("fra", 100, "eu", 10, "closed", 1)
                .edge("lon", 100, "closed", 1)
                .edge("nul", 100)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 10_000));
        assertThat(slots(solution, "lon")).isEqualTo(owners("shed", 10_000));
        assertThat(slots(solution, "nul")).isEqualTo(owners("shed", 10_000));
        assertThat(solution.totals().peak()).isCloseTo(0.1, CLOSE);
    }

    @Test
    void anEdgeWithoutDemandStaysOrGoesNear() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("closed", 0)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 0, "eu", 10, "us", 90)
                .edge("lon", 0, "eu", 10, "us", 90, "closed", 1)
                .edge("nul", 0, "closed", 1)
                .previous("lon", "us", 4_000, "closed", 5_000, "shed", 1_000)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 10_000));
        assertThat(slots(solution, "lon")).isEqualTo(owners("eu", 6_000, "us", 4_000));
        assertThat(slots(solution, "nul")).isEqualTo(owners("shed", 10_000));
    }

    @Test
    void aMoveMustBeWorthItsCost() {
        Fleet cheap = Fleet.of(0.8, 0.95, 5)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 100, "eu", 10, "us", 14)
                .edge("iad", 100, "eu", 80, "us", 4)
                .previous("fra", "us", 10_000)
                .previous("iad", "eu", 10_000);

        Solution solution = cheap.solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("us", 10_000));
        assertThat(slots(solution, "iad")).isEqualTo(owners("us", 10_000));
        assertThat(solution.totals().movedRps()).isCloseTo(100, CLOSE);
    }

    @Test
    void amongEqualsTheOneThatMovesNobodyWins() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("a", 1000)
                .region("b", 1000)
                .edge("fra", 100, "a", 10, "b", 10)
                .previous("fra", "a", 3_000, "b", 7_000)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("a", 3_000, "b", 7_000));
        assertThat(solution.weights().totals().movedRps()).isZero();
    }

    @Test
    void demandThatFillsEverythingExactlyIsNotShed() {
        Solution solution = Fleet.of(0.8, 0.95)
                .region("eu", 1000)
                .region("us", 500)
                .edge("fra", 950, "eu", 10, "us", 90)
                .edge("iad", 475, "eu", 80, "us", 4)
                .solve();

        assertThat(solution.weights().totals().shedRps()).isZero();
        assertThat(solution.totals().peak()).isCloseTo(0.95, CLOSE);
    }

    @Test
    void aSlotThatIsLargerThanARegionDoesNotGoThere() {
        Solution solution = Fleet.of(0.5, 0.95)
                .region("large", 1.5e7)
                .region("tiny", 100)
                .edge("giant", 1e7, "large", 10, "tiny", 1)
                .solve();

        assertThat(slots(solution, "giant")).isEqualTo(owners("large", 10_000));
    }

    @Test
    void onlySomeOfAnEdgesSlotsAreGivenOutIfTheOthersStay() {
        Solution solution = Fleet.of(0.5, 0.95, 5)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 1000, "eu", 10, "us", 90)
                .carries("eu", 300)
                .onlySlots("fra", 6_000)
                .previous("fra", "us", 6_000)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 2_000, "us", 4_000));
        assertThat(solution.totals().peak()).isCloseTo(0.5, CLOSE);
        assertThat(solution.totals().movedRps()).isCloseTo(200, CLOSE);
        assertThat(solution.totals().meanLatencyMs()).isCloseTo((200 * 10 + 400 * 90) / 600.0, CLOSE);
    }

    @Test
    void whatRegionsCarryAnywayIsTheLeastThatTheyPeakAt() {
        Solution solution = Fleet.of(0.5, 0.95)
                .region("eu", 1000)
                .region("us", 1000)
                .edge("fra", 400, "eu", 10, "us", 90)
                .carries("eu", 300)
                .carries("us", 700)
                .solve();

        assertThat(slots(solution, "fra")).isEqualTo(owners("eu", 10_000));
        assertThat(solution.peakAllowed()).isCloseTo(0.7, CLOSE);
    }

    @Test
    void anEdgeThatGivesNothingOutGetsNothing() {
        Solution solution = Fleet.of(0.5, 0.95)
                .region("eu", 1000)
                .edge("fra", 400, "eu", 10)
                .edge("lon", 400, "eu", 10)
                .onlySlots("lon", 0)
                .solve();

        assertThat(slots(solution, "lon")).isEmpty();
        assertThat(solution.totals().peak()).isCloseTo(0.4, CLOSE);
    }

    @Test
    void theOrderInWhichRegionsAndEdgesAreNamedDoesNotMatter() {
        Fleet one = Fleet.of(0.5, 0.95)
                .region("eu", 100)
                .region("us", 100)
                .edge("fra", 100, "eu", 10, "us", 10)
                .edge("iad", 60, "eu", 10, "us", 10);
        Fleet other = Fleet.of(0.5, 0.95)
                .region("us", 100)
                .region("eu", 100)
                .edge("iad", 60, "us", 10, "eu", 10)
                .edge("fra", 100, "us", 10, "eu", 10);

        assertThat(other.solve().weights().slots).isEqualTo(one.solve().weights().slots);
    }

    private static Owner owner(String name) {
        return Owner.parse(name);
    }

    private static Map<Owner, Integer> slots(Solution solution, String edge) {
        return solution.weights().of(EdgeId.of(edge));
    }

    private static Map<Owner, Integer> owners(Object... slots) {
        Map<Owner, Integer> owners = new TreeMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            owners.put(Owner.parse((String) slots[i]), (Integer) slots[i + 1]);
        }
        return owners;
    }
}
