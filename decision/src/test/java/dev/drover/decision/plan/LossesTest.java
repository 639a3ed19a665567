package dev.drover.decision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.ContingencyReport.Loss;
import dev.drover.api.rest.ContingencyReport.Outcome;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final RegionId EU = RegionId.of("eu");
    private static final RegionId IE = RegionId.of("ie");
    private static final RegionId US = RegionId.of("us");
    private static final EdgeId AMS = EdgeId.of("ams");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:10Z");
    /** A slot of the largest edge, and what rounding adds. */
    private static final Offset<Double> CLOSE = within(0.1);

    private final SortedMap<RegionId, Double> capacityRps = new TreeMap<>();
    private final SortedMap<EdgeId, EdgeDemand> edges = new TreeMap<>();

    private void edge(EdgeId edge, double rps, RegionId near, RegionId far) {
        SortedMap<RegionId, Double> latencyMs = new TreeMap<>();
        latencyMs.put(near, 10.0);
        latencyMs.put(far, 90.0);
        edges.put(edge, new EdgeDemand(rps, latencyMs, new TreeSet<>()));
    }

    private ContingencyReport report() {
        Rehearsal fleet = new Rehearsal(capacityRps, edges);
        return new Losses(fleet.fleet(), fleet.tables()).report(NOW.minusSeconds(4), NOW);
    }

    private static Loss of(RegionId region, ContingencyReport report) {
        return report.losses().stream()
                .filter(loss -> loss.lost().equals(region))
                .findFirst()
                .orElseThrow();
    }

    /** The users of ie can go to eu only, and eu is full of users who could go to us. */
    private ContingencyReport onlyAReshuffleHelps() {
        capacityRps.put(EU, 500.0);
        capacityRps.put(IE, 500.0);
        capacityRps.put(US, 1000.0);
        edge(AMS, 375, EU, US);
        edge(EdgeId.of("dub"), 300, IE, EU);
        return report();
    }

    @Test
    void aLossThatShedsUsersSaysHowManyAndWhereAndWhatAReshuffleWouldSave() {
        Loss loss = of(IE, onlyAReshuffleHelps());

        assertThat(loss.survivable()).isFalse();
        assertThat(loss.shedRps()).containsOnlyKeys(EdgeId.of("dub"));
        assertThat(loss.ifLost().shedRps()).isCloseTo(200, CLOSE);
        assertThat(loss.ifLost().peakUtilization()).isCloseTo(0.95, within(1e-3));
        assertThat(loss.ifLost().hottest()).isEqualTo(EU);
        assertThat(loss.ifReshuffled().shedRps()).isZero();
        assertThat(loss.ifReshuffled().peakUtilization()).isCloseTo(0.75, within(1e-3));
    }

    @Test
    void aLossThatIsSurvivedSaysHowHotItGets() {
        ContingencyReport report = onlyAReshuffleHelps();

        Loss loss = of(EU, report);

        assertThat(loss.survivable()).isTrue();
        assertThat(loss.shedRps()).isEmpty();
        assertThat(loss.ifLost()).isEqualTo(new Outcome(0, 0.6, IE));
        assertThat(report.now().hottest()).isEqualTo(EU);
    }

    @Test
    void theWorstSecondLossComesOnTopOfTheFirst() {
        Loss loss = of(EU, onlyAReshuffleHelps());

        assertThat(loss.ifSecondLost()).isNotNull();
        assertThat(loss.ifSecondLost().lost()).isEqualTo(US);
        assertThat(loss.ifSecondLost().outcome().shedRps()).isCloseTo(375, CLOSE);
    }

    @Test
    void theReportSaysForWhenItIs() {
        ContingencyReport report = onlyAReshuffleHelps();

        assertThat(report.reportedAt()).isEqualTo(NOW);
        assertThat(report.understudiesAt()).isEqualTo(NOW.minusSeconds(4));
    }

    @Provide
    Arbitrary<Rehearsal> anyFleet() {
        return AnyRehearsal.fleets(0.2, 1.3);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aReshuffleIsNeverWorseThanTheContingency(@ForAll("anyFleet") Rehearsal fleet) {
        ContingencyReport report = new Losses(fleet.fleet(), fleet.tables()).report(NOW, NOW);

        assertThat(report.losses()).allSatisfy(loss -> assertThat(
                        loss.ifReshuffled().shedRps())
                .isLessThanOrEqualTo(loss.ifLost().shedRps() + fleet.fleet().demandRps() * 1e-3));
    }
}
