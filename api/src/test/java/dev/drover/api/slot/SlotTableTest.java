package dev.drover.api.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.sample.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTableTest {

    private static final Owner EAST = Owner.parse("us-east-1");
    private static final Owner WEST = Owner.parse("us-west-2");

    @Provide
    Arbitrary<SlotTable> tables() {
        return Slices.tables(Slices.REGIONS);
    }

    @Property(tries = 200)
    void runReadsBackAsItWasWritten(@ForAll("tables") SlotTable table) {
        for (SlotRun run : table.runs()) {
            assertThat(SlotRun.parse(run.toString())).isEqualTo(run);
        }
    }

    @Property(tries = 200)
    void everySlotIsInTheRunThatALookFromTheStartFinds(
            @ForAll("tables") SlotTable table, @ForAll @IntRange(max = Slots.COUNT - 1) int slot) {
        SlotRun found = table.runs().stream()
                .filter(run -> run.first() <= slot && slot <= run.last())
                .findFirst()
                .orElseThrow();

        assertThat(table.runOf(slot)).isSameAs(found);
        assertThat(table.runOf(found.first())).isSameAs(found);
        assertThat(table.runOf(found.last())).isSameAs(found);
    }

    @Property(tries = 200)
    void weightsAddUpToAllSlots(@ForAll("tables") SlotTable table) {
        Map<Owner, Integer> counted = new TreeMap<>();
        for (int slot = 0; slot < Slots.COUNT; slot++) {
            counted.merge(table.runOf(slot).owner(), 1, Integer::sum);
        }

        assertThat(table.weights()).isEqualTo(counted);
        assertThat(table.weights().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(Slots.COUNT);
        assertThat(counted)
                .allSatisfy((owner, weight) -> assertThat(table.weightOf(owner)).isEqualTo(weight));
    }

    @Property(tries = 200)
    void neighboursThatSayTheSameAreJoined(@ForAll("tables") SlotTable table, @ForAll @IntRange(max = 9998) int cut) {
        List<SlotRun> pieces = new ArrayList<>();
        for (SlotRun run : table.runs()) {
            if (run.first() <= cut && cut < run.last()) {
                pieces.add(run.over(run.first(), cut));
                pieces.add(run.over(cut + 1, run.last()));
            } else {
                pieces.add(run);
            }
        }

        assertThat(SlotTable.of(pieces)).isEqualTo(table);
        assertThat(table.map(run -> run)).isEqualTo(table);
        for (int at = 1; at < table.runs().size(); at++) {
            assertThat(table.runs().get(at).saysTheSameAs(table.runs().get(at - 1)))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void tableWithoutOneOfItsRunsIsRefusedByTheFirstSlotThatIsMissing(
            @ForAll("tables") SlotTable table, @ForAll @IntRange(max = 30) int which) {
        List<SlotRun> runs = new ArrayList<>(table.runs());
        SlotRun lost = runs.remove(which % runs.size());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotTable.of(runs))
                .withMessageStartingWith("slot " + lost.first() + " has no owner (expected: ");
    }

    @Property(tries = 200)
    void tableWithARunTwiceIsRefusedByTheSlotThatHasTwoOwners(
            @ForAll("tables") SlotTable table, @ForAll @IntRange(max = 30) int which) {
        List<SlotRun> runs = new ArrayList<>(table.runs());
        SlotRun twice = runs.get(which % runs.size());
        runs.add(which % runs.size(), twice);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotTable.of(runs))
                .withMessageStartingWith("slot " + twice.first() + " has two owners (expected: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0-4999 a/b, 5001-9999 b/a;     slot 5000 has no owner",
                "0-5000 a/b, 5000-9999 b/a;     slot 5000 has two owners",
                "0-9998 a/b;                    slot 9999 has no owner",
                "1-9999 a/b;                    slot 0 has no owner",
                "5000-9999 b/a, 0-4999 a/b;     slot 0 has no owner",
                "0-9999 a/b, 0-9999 a/b;        slot 0 has two owners"
            })
    void gapOverlapAndDisorderAreRefusedByTheirSlot(String runs, String fault) {
        List<SlotRun> parsed =
                List.of(runs.split(", ", -1)).stream().map(SlotRun::parse).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotTable.of(parsed))
                .withMessageStartingWith(fault);
    }

    @Test
    void emptyTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotTable.of(List.of()))
                .withMessageStartingWith("slot 0 has no owner");
    }

    @Test
    void slotBeyondTheTableHasNoRun() {
        SlotTable table = SlotTable.allAt(EAST, WEST);

        assertThatThrownBy(() -> table.runOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.runOf(Slots.COUNT)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void homeIsWrittenOnlyWhereItIsNotTheOwner() {
        assertThat(SlotRun.parse("0-4999 us-east-1/us-west-2/us-east-1")).hasToString("0-4999 us-east-1/us-west-2");
        assertThat(SlotRun.parse("0-4999 us-west-2/shed/us-east-1")).hasToString("0-4999 us-west-2/shed/us-east-1");
        assertThat(SlotRun.parse("7-7 shed/shed/us-east-1").size()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0-4999",
                "0-4999 a",
                "0-4999 a/",
                "0-4999 /b",
                "0-4999 a/b/",
                "0-4999 a/b/c/d",
                "0-4999  a/b",
                "-1-5 a/b",
                "5-4 a/b",
                "0-10000 a/b",
                "0-99999 a/b",
                "0-999999999999 a/b",
                "0-4999 a/a",
                "0-4999 A/b",
                "0-4999 a/b\n",
                "0-4999 a/b ",
                "٠-4999 a/b",
                "0.5-1 a/b",
                "0-4999 a/shed/"
            })
    void textThatIsNoRunIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotRun.parse(text))
                .withMessageContaining("expected");
    }

    @Test
    void hugeTextThatIsNoRunIsNotRepeatedInTheError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotRun.parse("x".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void ownersAreOrderedByNameAndShedComesLast() {
        Owner last = Owner.parse("zz");

        assertThat(List.of(Owner.SHED, last, WEST, EAST).stream().sorted())
                .containsExactly(EAST, WEST, last, Owner.SHED);
        assertThat(Owner.parse("shed")).isEqualTo(Owner.SHED).hasSameHashCodeAs(Owner.SHED);
        assertThat(Owner.SHED.region()).isEmpty();
        assertThat(EAST.is(RegionId.of("us-east-1"))).isTrue();
        assertThat(Owner.SHED.is(RegionId.of("us-east-1"))).isFalse();
    }
}
