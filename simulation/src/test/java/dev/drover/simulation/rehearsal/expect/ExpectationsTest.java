package dev.drover.simulation.rehearsal.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Verdict;
import dev.drover.simulation.rehearsal.ScenarioFile;
import dev.drover.simulation.rehearsal.SmallFleet;
import dev.drover.simulation.rehearsal.record.AgentState;
import dev.drover.simulation.rehearsal.record.Leadership;
import dev.drover.simulation.rehearsal.record.Moment;
import dev.drover.simulation.rehearsal.record.Planned;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.UserCount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of expectation against a history written by hand: 60 s in which east is lost at 10 s and back at 40 s. */
class ExpectationsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RegionId EAST = RegionId.of("east");
    private static final RegionId WEST = RegionId.of("west");
    private static final EdgeId A = EdgeId.of("a");
    private static final EdgeId B = EdgeId.of("b");
    private static final EdgeId C = EdgeId.of("c");

    private final Recording recording = new Recording(
            SmallFleet.POLICY,
            List.of(new AgentId(A, "1"), new AgentId(B, "1"), new AgentId(C, "1")),
            Duration.ofSeconds(60));

    @BeforeEach
    void write() {
        SlotTable east = SlotTable.allAt(Owner.of(EAST), Owner.of(WEST));
        SlotTable west = SlotTable.allAt(Owner.of(WEST), Owner.SHED);
        SlotTable away = new SlotTable(List.of(new SlotRun(0, 9_999, Owner.of(WEST), Owner.SHED, Owner.of(EAST))));
        recording.verdict(EAST).set(-50 * SECOND, Verdict.HEALTHY);
        recording.verdict(WEST).set(-50 * SECOND, Verdict.HEALTHY);
        publish(-50, 1, Map.of(A, east, B, east, C, west), List.of(new Cause.Bootstrapped()));
        recording.agent(new AgentId(A, "1")).set(9 * SECOND, acting(1));
        recording.verdict(EAST).set(10 * SECOND, Verdict.LOST);
        publish(10, 2, Map.of(A, away, B, away, C, west), List.of(new Cause.RegionLost(EAST, Evidence.NONE)));
        recording.verdict(EAST).set(40 * SECOND, Verdict.HEALTHY);
        publish(40, 3, Map.of(A, east, B, east, C, west), List.of(new Cause.RegionBack(EAST, Evidence.NONE)));
        recording.load(WEST).set(12 * SECOND, 0.6);
        recording.load(WEST).set(41 * SECOND, 0.2);
        recording.users(A).set(0, new UserCount(100, 0, 0));
        recording.users(A).set(10 * SECOND, new UserCount(300, 20, 0));
        recording.users(A).set(60 * SECOND, new UserCount(1_300, 20, 50));
        recording.leadership().set(-50 * SECOND, new Leadership(List.of("c1"), List.of()));
        recording.leadership().set(20 * SECOND, new Leadership(List.of(), List.of("BLIND: only 1 edges report")));
        recording.leadership().set(25 * SECOND, new Leadership(List.of("c2"), List.of()));
        recording.add(new Moment(25 * SECOND, Moment.Kind.EPOCH_TAKEN, null));
    }

    private void publish(long second, long revision, Map<EdgeId, SlotTable> tables, List<Cause> causes) {
        PolicyId id = new PolicyId(ClusterId.of("00000000-0000-4000-8000-000000000001"), 1, revision);
        SortedMap<EdgeId, Double> demand = new TreeMap<>(Map.of(A, 20.0, B, 40.0, C, 10.0));
        recording.published().set(second * SECOND, Optional.of(new Planned(id, new TreeMap<>(tables), demand, causes)));
        tables.forEach((edge, table) -> recording
                .agent(new AgentId(edge, "1"))
                .set(second * SECOND, new AgentState(id, null, table.weights())));
    }

    private static AgentState acting(long revision) {
        PolicyId id = new PolicyId(ClusterId.of("00000000-0000-4000-8000-000000000001"), 1, revision);
        return new AgentState(id, EAST, new TreeMap<>(Map.of(Owner.of(WEST), 10_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verdict: {region: east, is: LOST, by: 10s}
                    verdict: {region: east, is: LOST, from: 10s, until: 39s}
                    verdict: {region: east, is: HEALTHY, from: 20s, by: 40s}
                    verdict: {region: all, isNot: [DOWN, DEGRADED]}
                    weight: {region: east, edge: [a, b], is: 0, from: 10s, until: 39s}
                    weight: {region: east, edge: [a, b], is: 10000, at: 40s}
                    weight: {region: shed, is: 0}
                    serving: {region: east, edge: a, is: 0, from: 9s, until: 39s}
                    serving: {region: west, edge: b, atLeast: 1, from: 10s, until: 39s}
                    overlays: {region: east, is: 1, at: 9s}
                    overlays: {is: 0, from: 10s}
                    utilization: {region: west, is: 0.3, at: 9s}
                    utilization: {atMost: 0.7}
                    utilization: {region: east, is: 0, from: 10s, until: 39s}
                    load: {region: west, atMost: 0.6}
                    load: {region: west, atLeast: 0.6, from: 12s, until: 40s}
                    ifLost: {region: east, from: 40s}
                    ifLost: {region: west, shedAtMost: 0.15, until: 5s}
                    ifLost: {region: all, shedAtMost: 1, utilizationAtMost: 0.7}
                    home: {until: 8s}
                    home: {from: 40s}
                    home: {edge: c}
                    converged: {from: 0s}
                    leaders: {is: 1, until: 19s}
                    leaders: {is: 0, at: 20s}
                    told: {text: BLIND, by: 20s}
                    notTold: {text: BLIND, from: 25s}
                    failed: {edge: a, atMost: 0.1, atLeast: 0.1, until: 10s}
                    failed: {is: 0, from: 10s}
                    shed: {is: 0.05, from: 10s}
                    moved: {is: 40000}
                    moved: {edge: c, is: 0}
                    moved: {is: 20000, until: 30s}
                    movesPerSlot: {is: 2}
                    publications: {is: 2}
                    publications: {cause: region-lost, is: 1, until: 10s}
                    publications: {cause: region-lost, region: west, is: 0}
                    publications: {region: east, is: 2}
                    epochs: {is: 1}
                    epochs: {is: 0, from: 26s}
                    ordersCommitted: {is: 0}
                    """)
    void expectationThatHoldsIsSilent(String item) {
        assertThat(broken(item)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verdict: {region: east, is: LOST, by: 9s}  | by 9s: east is HEALTHY (expected: LOST); it is so from 10s on
                    verdict: {region: east, is: DOWN, by: 60s} | by 1m: east is HEALTHY (expected: DOWN); it never is
                    verdict: {region: all, is: HEALTHY}        | at 10s: east is LOST (expected: HEALTHY)
                    verdict: {region: east, is: [LOST, DOWN], from: 10s} | at 40s: east is HEALTHY (expected: LOST or DOWN)
                    weight: {region: east, is: 0, from: 10s}   | at 40s: east has 10000 slots at a (expected: 0)
                    serving: {region: west, edge: a, is: 0}    | at 9s: west has 10000 slots at a/1 (expected: 0)
                    overlays: {region: east, atLeast: 2, at: 9s} | at 9s: 1 edges act on a contingency [a] (expected: at least 2)
                    utilization: {region: west, atMost: 0.65}  | at 10s: west planned at 0.7 (expected: at most 0.65)
                    load: {atMost: 0.5}                        | at 12s: west gets 0.6 (expected: at most 0.5)
                    ifLost: {region: west}                     | at 0s: the loss of west sheds 0.1429 (expected: leads to a utilization of at most 0.95 and sheds at most 0)
                    ifLost: {region: east, utilizationAtMost: 0.6} | at 0s: the loss of east leads to west at 0.7 (expected: leads to a utilization of at most 0.6 and sheds at most 0)
                    home: {from: 10s}                          | at 10s: 10000 slots of a are not at home (expected: at home)
                    home: {edge: a, until: 9s}                 | at 9s: a/1 does not serve by what is published (expected: at home)
                    leaders: {is: 1}                           | at 20s: 0 lead [] (expected: 1)
                    told: {text: PANIC, by: 1m}                | by 1m: people are told nothing (expected: told 'PANIC'); it never is
                    notTold: {text: BLIND}                     | at 20s: people are told [BLIND: only 1 edges report] (expected: not told 'BLIND')
                    failed: {atMost: 0.05, until: 10s}         | from 0s until 10s: failed part of requests 0.1 (expected: at most 0.05)
                    shed: {is: 0}                              | from 0s until 1m: shed part of requests 0.0417 (expected: 0)
                    moved: {atMost: 100}                       | from 0s until 1m: moved slots 40000 (expected: at most 100)
                    movesPerSlot: {atMost: 1}                  | from 0s until 1m: moves of the slot that moved most 2 (expected: at most 1)
                    publications: {cause: region-down, is: 1}  | from 0s until 1m: publications with cause region-down 0 (expected: 1)
                    publications: {is: 0, until: 30s}          | from 0s until 30s: publications 1 (expected: 0)
                    epochs: {is: 0}                            | from 0s until 1m: epochs taken 1 (expected: 0)
                    """)
    void expectationThatDoesNotHoldSaysWhenAndWhat(String item, String fault) {
        assertThat(broken(item)).hasValue(fault);
    }

    @Test
    void agentThatServesByAnOlderPublicationHasNotConverged() {
        recording.agent(new AgentId(C, "1")).set(50 * SECOND, acting(2));

        assertThat(broken("converged: {from: 41s}"))
                .hasValue("at 50s: c/1 serves by epoch 1 revision 2, and epoch 1 revision 3 is published"
                        + " (expected: serve by the newest publication)");
    }

    private Optional<String> broken(String item) {
        String text = "why: a test\nlasts: 60s\nthen:\n  - " + item + "\n";
        return ScenarioFile.parse("x.yaml", text)
                .over(SmallFleet.POLICY)
                .then()
                .get(0)
                .expectation()
                .broken(recording);
    }
}
