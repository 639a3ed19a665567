package dev.drover.decision;

import static dev.drover.decision.World.EAST;
import static dev.drover.decision.World.EU;
import static dev.drover.decision.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Verdict;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private final World world = new World().every(Duration.ofSeconds(1));

    @Test
    void twoLyingEdgesOfFiveConvictNobody() {
        world.run(10).lying(edge -> isOneOf(edge, "fra", "gru"));

        world.run(300);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(world.verdictOf(EU)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void anEdgeThatReachesNoRegionKeepsItsUsersWhereTheyAre() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.lying(edge -> isOneOf(edge, "iad"))
                .demand("sfo", 210)
                .demand("fra", 210)
                .run(120);

        assertThat(world.tables()).isNotEqualTo(before);
        assertThat(world.tables().get(EdgeId.of("iad")).weightOf(dev.drover.api.slot.Owner.SHED))
                .isZero();
    }

    @Test
    void mostEdgesBlamingMostRegionsFreezesAutomation() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.failing(EAST, 1).failing(WEST, 1).run(60);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.last().notes()).anyMatch(note -> note.sentence().startsWith("AMBIGUOUS"));
    }

    @Test
    void silenceIsNeverAFailure() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.reporting(edge -> false).run(300);

        assertThat(world.tables()).isEqualTo(before);
        assertThat(world.last().notes()).anyMatch(note -> note.sentence().startsWith("BLIND"));
    }

    @Test
    void oneEdgeAloneConvictsNobody() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.reporting(edge -> isOneOf(edge, "iad")).failing(EAST, 1).run(60);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(world.tables()).isEqualTo(before);
    }

    @Test
    void aVerdictOutlastsTheSilenceOfItsWitnesses() {
        world.run(30).failing(EAST, 1).run(20).reporting(edge -> false).run(120);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.DOWN);
        assertThat(world.slotsOf(EAST)).isZero();
    }

    @Test
    void aBugThatFailsUsersEverywhereEvacuatesNobody() {
        SortedMap<EdgeId, SlotTable> before = world.run(30).tables();

        world.failingUsers(0.4).run(120);

        assertThat(world.verdictOf(EAST)).isEqualTo(Verdict.HEALTHY);
        assertThat(world.tables()).isEqualTo(before);
    }

    private static boolean isOneOf(EdgeId edge, String... names) {
        return java.util.List.of(names).contains(edge.value());
    }
}
