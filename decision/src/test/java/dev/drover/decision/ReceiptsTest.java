package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.api.cause.Note;
import dev.drover.api.json.Json;
import dev.drover.api.order.Pace;
import dev.drover.api.receipt.Alternative;
import dev.drover.api.receipt.Alternative.Option;
import dev.drover.api.receipt.Alternative.Reason;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final World world = new World();

    @Test
    void lossIsExplainedByTheEvidenceAndByWhyNobodyMayStay() {
        world.run(5).failing(EAST, 1).runUntil(EAST, Verdict.LOST, 10);

        Receipt receipt = world.receipt();

        assertThat(receipt.verdicts().get(EAST).verdict()).isEqualTo(Verdict.LOST);
        assertThat(receipt.verdicts().get(EAST).evidence().lostEdges()).isEqualTo(5);
        assertThat(receipt.limits()).contains(new Limit.RegionReduced(EAST, 0));
        assertThat(receipt.rejected())
                .filteredOn(alternative -> alternative.option() == Option.STAY)
                .extracting(Alternative::reason)
                .containsExactly(Reason.USES_CLOSED_REGION);
    }

    @Test
    void figuresAreThoseOfThePlan() {
        world.run(5).failing(EAST, 1).runUntil(EAST, Verdict.LOST, 10);

        Receipt receipt = world.receipt();

        assertThat(receipt.figures().shedRps()).isZero();
        assertThat(receipt.figures().peakUtilization())
                .isCloseTo(Math.max(world.utilizationOf(WEST), world.utilizationOf(World.EU)), within(1e-9));
        assertThat(receipt.figures().movedRps()).isBetween(100.0, 300.0);
        assertThat(receipt.figures().meanLatencyMs()).isBetween(10.0, 200.0);
    }

    @Test
    void demandThatFitsNowhereIsALimitOfItsEdge() {
        world.run(10);
        world.policy().edges().keySet().forEach(edge -> world.demand(edge.value(), 200));
        world.run(300);

        Receipt receipt = world.receipt();

        assertThat(receipt.limits()).hasAtLeastOneElementOfType(Limit.EdgeShed.class);
        assertThat(receipt.limits().stream()
                        .filter(Limit.EdgeShed.class::isInstance)
                        .mapToDouble(limit -> ((Limit.EdgeShed) limit).shedRps())
                        .sum())
                .isCloseTo(receipt.figures().shedRps(), within(1e-6));
        assertThat(receipt.limits())
                .filteredOn(Limit.RegionFull.class::isInstance)
                .hasSize(3)
                .allSatisfy(limit ->
                        assertThat(((Limit.RegionFull) limit).allowed()).isEqualTo(0.95));
    }

    @Test
    void orderThatAGuardHoldsIsInTheReceipt() {
        World strict = new World("guards: {minInRotation: 3}\n");
        strict.run(5).evacuate(EAST, Pace.EMERGENCY).demand("fra", 200).run(300);

        assertThat(strict.receipt().held()).extracting(Note::sentence).anySatisfy(held -> assertThat(held)
                .contains("us-east-1", "minInRotation"));
    }

    @Test
    void equalInputsHaveEqualHashesAndOthersOthers() {
        Receipt one = new World().run(5).failing(EAST, 1).run(10).receipt();
        Receipt same = new World().run(5).failing(EAST, 1).run(10).receipt();
        Receipt other = new World().run(5).failing(WEST, 1).run(10).receipt();

        assertThat(same).isEqualTo(one);
        assertThat(other.inputsSha256()).isNotEqualTo(one.inputsSha256()).hasSize(64);
    }

    @Test
    void receiptReadsBackAsItWasWritten() {
        Receipt receipt = world.run(5).failing(EAST, 1).run(10).receipt();

        assertThat(Json.readMessage(Json.write(receipt), Receipt.class)).isEqualTo(receipt);
    }
}
