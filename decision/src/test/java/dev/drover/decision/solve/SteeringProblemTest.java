package dev.drover.decision.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringProblemTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY, 1e13})
    void aNumberOutOfRangeIsRefusedWithItsField(double number) {
        refused(() -> fleet().region("us", number), "regions.us.capacityRps: ");
        refused(() -> fleet().edge("lon", number, "eu", 1), "edges.lon.demandRps: ");
        refused(() -> fleet().edge("lon", 1, "eu", number), "edges.lon.latencyMs.eu: ");
        refused(() -> Fleet.of(0.5, 0.9, number), "moveCostMs: ");
    }

    @Test
    void anUnknownRegionOrEdgeIsRefusedWithItsField() {
        refused(() -> fleet().edge("lon", 1, "mars", 1).problem(), "edges.lon.latencyMs.mars: unknown");
        refused(() -> fleet().previous("fra", "mars", 10_000).problem(), "previous.fra.mars: unknown");
        refused(() -> fleet().previous("lon", "eu", 10_000).problem(), "previous.lon: unknown");
    }

    @Test
    void previousSlotsThatDoNotAddUpAreRefused() {
        refused(
                () -> fleet().previous("fra", "eu", 9_999).problem(),
                "previous.fra: 9999 slots in all (expected: 10000)");
        refused(() -> fleet().previous("fra", "eu", 10_001), "previous.fra.eu: 10001");
        refused(() -> fleet().previous("fra", "eu", -1), "previous.fra.eu: -1");
    }

    @Test
    void aPartOfAProblemIsWithinItsBounds() {
        refused(() -> fleet().onlySlots("fra", 10_001), "slots.fra: 10001");
        refused(() -> fleet().onlySlots("lon", 1).problem(), "slots.lon: unknown");
        refused(() -> fleet().carries("eu", -1), "loads.eu: -1");
        refused(() -> fleet().carries("mars", 1).problem(), "loads.mars: unknown");
        refused(
                () -> fleet().onlySlots("fra", 4_000)
                        .previous("fra", "eu", 5_000)
                        .problem(),
                "previous.fra: 5000 slots in all (expected: 4000)");
    }

    @Test
    void whatIsNamedTwiceOrNotAtAllIsRefused() {
        refused(() -> fleet().region("eu", 1), "regions.eu: named twice");
        refused(() -> fleet().edge("fra", 1), "edges.fra: named twice");
        refused(() -> Fleet.of(0.5, 0.9).edge("fra", 1).problem(), "regions: 0 of them");
        refused(() -> Fleet.of(0.5, 0.9).region("eu", 1).problem(), "edges: 0 of them");
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        SteeringProblem problem = fleet().problem();

        refused(
                () -> Weights.of(problem, Map.of(EdgeId.of("fra"), Map.of(Owner.SHED, 9_999)))
                        .totals(),
                "weights.fra: {shed=9999}");
        refused(() -> Weights.of(problem, Map.of()).totals(), "weights.fra: null");
    }

    @Test
    void otherCapacitiesLeaveTheRestAsItIs() {
        SteeringProblem problem = fleet().problem();

        SteeringProblem closed = problem.withCapacities(Map.of(RegionId.of("eu"), 0.0));

        assertThat(closed.capacityRps(RegionId.of("eu"))).isZero();
        assertThat(problem.capacityRps(RegionId.of("eu"))).isEqualTo(1000);
        assertThat(Solver.solve(closed).totals().shedRps()).isEqualTo(10);
    }

    private static Fleet fleet() {
        return Fleet.of(0.5, 0.9).region("eu", 1000).edge("fra", 10, "eu", 5);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
