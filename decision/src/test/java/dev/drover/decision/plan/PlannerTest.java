package dev.drover.decision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import dev.drover.decision.rotate.Access.Reason;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final RegionId EU = RegionId.of("eu");
    private static final RegionId IE = RegionId.of("ie");
    private static final RegionId US = RegionId.of("us");
    private static final EdgeId AMS = EdgeId.of("ams");
    private static final EdgeId DUB = EdgeId.of("dub");
    private static final EdgeId LON = EdgeId.of("lon");

    private final SortedMap<RegionId, Double> capacityRps = new TreeMap<>();
    private final SortedMap<EdgeId, EdgeDemand> edges = new TreeMap<>();

    private void region(RegionId region, double rps) {
        capacityRps.put(region, rps);
    }

    private void edge(EdgeId edge, double rps, Object... ways) {
        SortedMap<RegionId, Double> latencyMs = new TreeMap<>();
        for (int i = 0; i < ways.length; i += 2) {
            latencyMs.put((RegionId) ways[i], ((Integer) ways[i + 1]).doubleValue());
        }
        edges.put(edge, new EdgeDemand(rps, latencyMs, new TreeSet<>()));
    }

    /** Both near regions are full to the target; the cheapest way out of eu leads over ie, at the price of a second move. */
    private Rehearsal fullToTheTarget() {
        region(EU, 1000);
        region(IE, 1000);
        region(US, 1000);
        edge(AMS, 700, EU, 10, US, 90);
        edge(LON, 50, EU, 12, IE, 13);
        edge(DUB, 750, IE, 10, US, 15);
        return new Rehearsal(capacityRps, edges);
    }

    private static int weight(Rehearsal fleet, EdgeId edge, RegionId region) {
        return fleet.tables().get(edge).weightOf(Owner.of(region));
    }

    @Test
    void aDegradedRegionIsRelievedAndNobodyElseMoves() {
        Rehearsal fleet = fullToTheTarget();

        fleet.degrade(EU, 80);

        assertThat(weight(fleet, DUB, IE)).isEqualTo(10_000);
        assertThat(weight(fleet, LON, EU)).isEqualTo(10_000);
        assertThat(new Loads(fleet.fleet(), fleet.tables()).utilization().get(EU))
                .isBetween(0.749, 0.75);
    }

    @Test
    void allAreAtHomeAgainOnceARegionHasAllOfItsCapacity() {
        Rehearsal fleet = fullToTheTarget();

        fleet.degrade(EU, 60).degrade(EU, 80).degrade(EU, 100);

        assertThat(weight(fleet, AMS, EU)).isEqualTo(10_000);
    }

    @Test
    void onlyTheUsersOfARegionThatIsTakenOutMove() {
        Rehearsal fleet = fullToTheTarget();

        fleet.close(IE, Reason.ORDER).step();

        assertThat(weight(fleet, AMS, EU)).isEqualTo(10_000);
        assertThat(weight(fleet, LON, EU)).isEqualTo(10_000);
        assertThat(weight(fleet, DUB, US)).isEqualTo(10_000);
    }

    @Test
    void othersMakeRoomIfWhoeverIsOutCannotBeServedOtherwise() {
        region(EU, 500);
        region(IE, 500);
        region(US, 500);
        edge(AMS, 450, EU, 10, US, 90);
        edge(LON, 400, EU, 12, IE, 10);
        Rehearsal fleet = new Rehearsal(capacityRps, edges);
        fleet.close(IE, Reason.LOST).step();
        fleet.close(IE, Reason.DOWN).step();

        assertThat(fleet.fleet().shedRps(fleet.tables())).isZero();
        assertThat(weight(fleet, LON, EU)).isEqualTo(10_000);
        assertThat(weight(fleet, AMS, US)).isEqualTo(9_444);
    }

    @Test
    void aGainThatIsSmallMovesNobodyAndALargeOneDoes() {
        region(EU, 1000);
        region(US, 1000);
        edge(AMS, 700, EU, 10, US, 20);
        edge(LON, 200, EU, 10, US, 40);
        Rehearsal fleet = new Rehearsal(capacityRps, edges);
        int atHome = weight(fleet, AMS, EU);

        fleet.step(demand(fleet, LON, 185));
        int afterLittle = weight(fleet, AMS, EU);
        fleet.step(demand(fleet, LON, 50));

        assertThat(atHome).isEqualTo(7_857);
        assertThat(afterLittle).isEqualTo(atHome);
        assertThat(weight(fleet, AMS, EU)).isEqualTo(10_000);
    }

    @Test
    void fewSlotsMoveForNoGain() {
        region(EU, 1322.67);
        region(US, 1000);
        edge(AMS, 1000, EU, 10, US, 200);
        Rehearsal fleet = new Rehearsal(capacityRps, edges);
        int away = weight(fleet, AMS, US);

        fleet.step(demand(fleet, AMS, 950));

        assertThat(away).isBetween(70, 90);
        assertThat(weight(fleet, AMS, US)).isEqualTo(away);
    }

    private static SortedMap<EdgeId, Double> demand(Rehearsal fleet, EdgeId edge, double rps) {
        SortedMap<EdgeId, Double> demand = fleet.demandsTimes(1);
        demand.put(edge, rps);
        return demand;
    }
}
