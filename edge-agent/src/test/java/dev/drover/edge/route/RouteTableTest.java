package dev.drover.edge.route;

import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.EU;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static final SlotTable SLOTS = policy(1, 1).build().slots();
    private static final List<Owner> OWNERS = List.of(Owner.of(EAST), Owner.of(WEST), Owner.of(EU), Owner.SHED);

    private static SlotTable random(List<Integer> cuts) {
        List<SlotRun> runs = new ArrayList<>();
        int first = 0;
        for (int cut : cuts.stream().sorted().distinct().toList()) {
            runs.add(run(first, cut, runs.size()));
            first = cut + 1;
        }
        runs.add(run(first, Slots.COUNT - 1, runs.size()));
        return new SlotTable(runs);
    }

    private static SlotRun run(int first, int last, int number) {
        Owner owner = OWNERS.get(number * 7 % 4);
        return new SlotRun(first, last, owner, OWNERS.get((number * 7 + 1 + number % 3) % 4), owner);
    }

    @Property(tries = 50)
    void pickIsWhatTheTableSays(
            @ForAll @Size(max = 40) List<@IntRange(max = 9_998) Integer> cuts, @ForAll String userKey) {
        SlotTable slots = random(cuts);
        RouteTable routes = RouteTable.of(slots);

        Route route = routes.of(userKey);

        assertThat(route.slot()).isEqualTo(Slots.of(userKey));
        assertThat(IntStream.range(0, Slots.COUNT).boxed()).allSatisfy(slot -> assertThat(routes.at(slot))
                .isEqualTo(new Route(
                        slot, slots.runOf(slot).owner(), slots.runOf(slot).understudy())));
        assertThat(routes.weights()).isEqualTo(slots.weights());
    }

    @Test
    void overlayHandsTheLostRegionsSlotsToTheirUnderstudiesOnly() {
        RouteTable routes = RouteTable.without(EAST, SLOTS);

        assertThat(routes.at(0)).isEqualTo(new Route(0, Owner.of(WEST), Owner.SHED));
        assertThat(routes.at(4_000)).isEqualTo(new Route(4_000, Owner.of(WEST), Owner.of(EU)));
        assertThat(routes.at(8_000))
                .as("nobody is retried at the lost region")
                .isEqualTo(new Route(8_000, Owner.of(EU), Owner.SHED));
        assertThat(routes.weights()).isEqualTo(Map.of(Owner.of(WEST), 8_000, Owner.of(EU), 2_000));
    }

    @Test
    void understudyThatIsNobodyShedsTheLostRegionsSlots() {
        RouteTable routes = RouteTable.without(EAST, SlotTable.allAt(Owner.of(EAST), Owner.SHED));

        assertThat(routes.at(5)).isEqualTo(new Route(5, Owner.SHED, Owner.SHED));
    }

    @Test
    void trialGivesOnePercentOfItsSlotsBack() {
        RouteTable routes = RouteTable.onTrial(EAST, SLOTS);

        assertThat(routes.weights()).containsEntry(Owner.of(EAST), 40);
        assertThat(routes.at(100)).isEqualTo(new Route(100, Owner.of(EAST), Owner.of(WEST)));
    }
}
