package dev.drover.decision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HandoverTest {

    private static final int MAX_RUNS = 20;
    private static final List<Owner> NO_WAY = List.of();
    private static final List<Owner> STAYED = List.of(Owner.SHED);

    private static Arbitrary<Owner> owners() {
        return Arbitraries.of("eu", "us", "ap", "shed").map(Owner::parse);
    }

    @Provide
    Arbitrary<SlotTable> tables() {
        Arbitrary<SlotRun> run = Combinators.combine(
                        Arbitraries.integers().between(0, Slots.COUNT - 1), owners(), owners())
                .as((last, owner, home) -> new SlotRun(0, last, owner, Owner.SHED, home));
        return run.list().ofMinSize(1).ofMaxSize(MAX_RUNS).map(HandoverTest::table);
    }

    /** Each run reaches to where it said it ends, and the last to the end. */
    private static SlotTable table(List<SlotRun> drawn) {
        List<SlotRun> sorted = new ArrayList<>(drawn);
        sorted.sort((one, other) -> Integer.compare(one.last(), other.last()));
        List<SlotRun> runs = new ArrayList<>();
        int next = 0;
        for (SlotRun run : sorted) {
            if (run.last() >= next) {
                runs.add(run.over(next, run.last()));
                next = run.last() + 1;
            }
        }
        if (next < Slots.COUNT) {
            runs.add(sorted.get(0).over(next, Slots.COUNT - 1));
        }
        return new SlotTable(runs);
    }

    @Provide
    Arbitrary<SortedMap<Owner, Integer>> weights() {
        return tables().map(table -> new TreeMap<>(table.weights()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void exactlyAsManySlotsChangeHandsAsTheWeightsAskFor(
            @ForAll("tables") SlotTable table, @ForAll("weights") SortedMap<Owner, Integer> weights) {
        SlotTable next = Handover.to(weights, table);

        int fewest = 0;
        for (Owner owner : weights.keySet()) {
            fewest += Math.max(0, weights.getOrDefault(owner, 0) - table.weightOf(owner));
        }
        assertThat(next.weights()).isEqualTo(weights);
        assertThat(Moved.slots(table, next)).isEqualTo(fewest);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nobodyMovesToWhereAnotherWhoCouldMoveIsAtHome(
            @ForAll("tables") SlotTable table, @ForAll("weights") SortedMap<Owner, Integer> weights) {
        SlotTable next = Handover.to(weights, table);

        Set<List<Owner>> takenByStrangers = new HashSet<>();
        Set<List<Owner>> notTakenHome = new HashSet<>();
        for (int slot = 0; slot < Slots.COUNT; slot++) {
            SlotRun was = table.runOf(slot);
            Owner owner = next.runOf(slot).owner();
            boolean isHome = owner.equals(was.home());
            takenByStrangers.add(isHome ? NO_WAY : List.of(was.owner(), owner));
            notTakenHome.add(isHome ? STAYED : List.of(was.owner(), was.home()));
        }
        assertThat(takenByStrangers).doesNotContainAnyElementsOf(notTakenHome);
    }
}
