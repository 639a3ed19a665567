package dev.drover.decision.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContingenciesTest {

    private static final int INSTANCES = Integer.getInteger("drover.solver.instances", 300);
    private static final int BATCH = 50;
    /** The reference looks at every set of regions, for each region that is lost. */
    private static final int MOST_REGIONS = 7;

    static List<Long> batches() {
        List<Long> batches = new ArrayList<>();
        for (long batch = 0; batch * BATCH < INSTANCES; batch++) {
            batches.add(batch);
        }
        return batches;
    }

    @Test
    void aLostRegionsUsersGoToTheNearestWithRoom() {
        Weights weights = Fleet.of(0.8, 0.9)
                .region("eu", 1000)
                .region("near", 500)
                .region("far", 1000)
                .edge("fra", 800, "eu", 10, "near", 20, "far", 100)
                .solve()
                .weights();

        Contingency lost = Contingencies.ifLost(weights, RegionId.of("eu"));

        assertThat(lost.understudies()).isEqualTo(Map.of(EdgeId.of("fra"), owners("far", 5_000, "near", 5_000)));
        assertThat(lost.utilization().get(RegionId.of("near"))).isCloseTo(0.8, within(1e-9));
        assertThat(lost.utilization().get(RegionId.of("eu"))).isZero();
        assertThat(lost.survivable()).isTrue();
    }

    @Test
    void survivorsAreAsCoolAsWhatTheyCarryAlreadyAllows() {
        Weights weights = Fleet.of(0.8, 0.95)
                .region("ap", 500)
                .region("eu", 1000)
                .region("us", 500)
                .edge("fra", 500, "eu", 10, "us", 50, "ap", 100)
                .edge("iad", 300, "us", 5)
                .edge("syd", 100, "ap", 5)
                .solve()
                .weights();

        Contingency lost = Contingencies.ifLost(weights, RegionId.of("eu"));

        assertThat(lost.understudies()).isEqualTo(Map.of(EdgeId.of("fra"), owners("ap", 7_000, "us", 3_000)));
        assertThat(lost.peak()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void whatFitsNowhereIsShedInEqualShares() {
        Weights weights = Fleet.of(0.8, 1)
                .region("eu", 1000)
                .region("us", 200)
                .edge("fra", 600, "eu", 10, "us", 90)
                .edge("lon", 200, "eu", 12, "us", 80)
                .solve()
                .weights();

        Contingency lost = Contingencies.ifLost(weights, RegionId.of("eu"));

        assertThat(lost.shedSlots(EdgeId.of("fra"))).isEqualTo(7_500);
        assertThat(lost.shedSlots(EdgeId.of("lon"))).isEqualTo(7_500);
        assertThat(lost.shedRps()).isCloseTo(600, within(1e-6));
        assertThat(lost.peak()).isCloseTo(1, within(1e-9));
        assertThat(lost.survivable()).isFalse();
    }

    @Test
    void aRegionThatOwnsNothingIsLostWithoutEffect() {
        Weights weights = Fleet.of(0.8, 1)
                .region("eu", 1000)
                .region("us", 200)
                .edge("fra", 600, "eu", 10, "us", 90)
                .solve()
                .weights();

        Contingency lost = Contingencies.ifLost(weights, RegionId.of("us"));

        assertThat(lost.understudies()).isEmpty();
        assertThat(lost.survivable()).isTrue();
        assertThat(lost.utilization().get(RegionId.of("eu"))).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void neitherAClosedNorAnOverfullRegionIsAnUnderstudy() {
        SteeringProblem problem = Fleet.of(0.8, 0.9)
                .region("closed", 0)
                .region("eu", 1000)
                .region("full", 100)
                .region("us", 1000)
                .edge("fra", 300, "eu", 10, "closed", 5, "full", 6, "us", 90)
                .edge("idle", 0, "eu", 10, "closed", 5, "us", 90)
                .edge("lon", 200, "full", 1)
                .problem();
        Weights inForce = Weights.of(
                problem,
                Map.of(
                        EdgeId.of("fra"), owners("eu", 9_000, "closed", 1_000),
                        EdgeId.of("idle"), owners("eu", 10_000),
                        EdgeId.of("lon"), owners("full", 10_000)));

        Contingency lost = Contingencies.ifLost(inForce, RegionId.of("eu"));

        assertThat(lost.understudiesOf(EdgeId.of("fra"))).isEqualTo(owners("us", 9_000));
        assertThat(lost.understudiesOf(EdgeId.of("idle"))).isEqualTo(owners("us", 10_000));
        assertThat(lost.survivable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void anyPartOfTheEdgesMayActInAnyOrder(long batch) {
        for (long seed = batch * BATCH; seed < Math.min(INSTANCES, (batch + 1) * BATCH); seed++) {
            Weights weights = Solver.solve(Instances.of(seed)).weights();
            for (Contingency contingency : Contingencies.of(weights)) {
                assertThatNoneIsAboveItsMaximum(weights, contingency, new Random(seed));
            }
        }
    }

    private static void assertThatNoneIsAboveItsMaximum(Weights weights, Contingency contingency, Random random) {
        SteeringProblem problem = weights.problem;
        double[] load = weights.loadRps();
        int lost = problem.indexOf(contingency.lost());
        List<EdgeId> order = new ArrayList<>(contingency.understudies().keySet());
        Collections.shuffle(order, random);
        for (EdgeId edge : order) {
            double slotRps = problem.demandRps(edge) / Slots.COUNT;
            SortedMap<Owner, Integer> understudies = contingency.understudiesOf(edge);
            int sum = understudies.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(sum).isEqualTo(weights.of(edge, Owner.of(contingency.lost())));
            understudies.forEach((owner, count) -> {
                int index = Weights.indexOf(problem, owner);
                if (index < load.length) {
                    load[index] += count * slotRps;
                    assertThat(problem.allows(edge, problem.regions().get(index)))
                            .isTrue();
                }
            });
            for (int region = 0; region < load.length; region++) {
                if (region != lost) {
                    assertThat(load[region])
                            .as("%s after %s", problem.regions().get(region), edge)
                            .isLessThanOrEqualTo(
                                    problem.utilization().max() * problem.capacityRps[region] * (1 + 2e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("batches")
    void theLossIsSolvedAsIfTheRestWereAProblemOfItsOwn(long batch) {
        for (long seed = batch * BATCH; seed < Math.min(INSTANCES, (batch + 1) * BATCH); seed++) {
            SteeringProblem problem = Instances.of(seed);
            if (problem.regions().size() > MOST_REGIONS) {
                continue;
            }
            Weights weights = Solver.solve(problem).weights();
            for (Contingency contingency : Contingencies.of(weights)) {
                double slotOfAll = weights.problem.totalDemandRps() / Slots.COUNT;
                assertThat(contingency.shedRps())
                        .as("seed %d, %s", seed, contingency.lost())
                        .isCloseTo(
                                shedOf(weights, contingency.lost()),
                                within(weights.problem.owners() * slotOfAll + 1e-9));
            }
        }
    }

    /** The least that must be shed, by the reference, of the lost slots within what the others have to spare. */
    private static double shedOf(Weights weights, RegionId lost) {
        SteeringProblem problem = weights.problem;
        double max = problem.utilization().max();
        double[] load = weights.loadRps();
        SteeringProblemBuilder spare = SteeringProblem.builder(problem.utilization(), 0);
        for (RegionId region : problem.regions()) {
            int index = problem.indexOf(region);
            double room = Math.max(0, problem.capacityRps[index] - load[index] / max);
            spare.region(region, region.equals(lost) || room < 1e-9 * problem.capacityRps[index] ? 0 : room);
        }
        double total = 0;
        for (EdgeId edge : problem.edges()) {
            double rps = problem.demandRps(edge) * weights.of(edge, Owner.of(lost)) / Slots.COUNT;
            Map<RegionId, Double> ways = new TreeMap<>();
            problem.regions().stream()
                    .filter(region -> problem.allows(edge, region) && !region.equals(lost))
                    .forEach(region -> ways.put(region, 1.0));
            spare.edge(edge, rps, ways);
            total += rps;
        }
        SteeringProblem rest = spare.build();
        double[] share = new EverySet(rest).fairShares();
        double served = 0;
        for (int edge = 0; edge < share.length; edge++) {
            served += share[edge] * rest.demandRps[edge];
        }
        return total - served;
    }

    private static SortedMap<Owner, Integer> owners(Object... slots) {
        SortedMap<Owner, Integer> owners = new TreeMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            owners.put(Owner.parse((String) slots[i]), (Integer) slots[i + 1]);
        }
        return owners;
    }
}
