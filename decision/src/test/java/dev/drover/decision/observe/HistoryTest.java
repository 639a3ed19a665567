package dev.drover.decision.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long START = 3_000_000_007L;

    private static final RegionId EAST = RegionId.of("us-east-1");
    private static final RegionId WEST = RegionId.of("us-west-2");
    private static final List<RegionId> ONE = List.of(EAST);

    private record Report(long bucket, long probes) {}

    private static History plus(History history, Report report) {
        long[] counts = new long[Column.COUNT];
        counts[Column.PROBES.cell] = report.probes();
        return history.plus(report.bucket(), counts);
    }

    private static long between(History history, long after, long upTo) {
        return history.upTo(upTo, 0, Column.PROBES) - history.upTo(after, 0, Column.PROBES);
    }

    @Property(tries = 300)
    void countsOfAWindowAreThoseOfItsReports(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> gaps, @ForAll @IntRange(max = 255) int ago) {
        History history = History.blank(ONE, START);
        List<Report> all = new ArrayList<>();
        long bucket = START;
        for (int gap : gaps) {
            bucket += gap;
            Report report = new Report(bucket, gap + 1);
            all.add(report);
            history = plus(history, report);
        }

        long upTo = bucket;
        long after = upTo - ago;
        assertThat(between(history, after, upTo))
                .isEqualTo(all.stream()
                        .filter(report -> report.bucket() > after)
                        .mapToLong(Report::probes)
                        .sum());
    }

    @Test
    void aReportChangesNothingThatWasSeenBefore() {
        History before = plus(History.blank(ONE, START), new Report(START + 1, 5));

        History after = plus(before, new Report(START + 1, 7));

        assertThat(between(before, START, START + 1)).isEqualTo(5);
        assertThat(between(after, START, START + 1)).isEqualTo(12);
    }

    @Test
    void whatIsOlderThanWhatIsKeptCountsForNothing() {
        History history = plus(History.blank(ONE, START), new Report(START, 5));

        History later = plus(history, new Report(START + History.KEPT_BUCKETS, 1));

        assertThat(between(later, START - 1, START + History.KEPT_BUCKETS)).isEqualTo(1);
    }

    @Test
    void aLongSilenceIsBridged() {
        History history = plus(History.blank(ONE, START), new Report(START, 5));

        History later = plus(history, new Report(START + 1_000_000, 1));

        assertThat(between(later, START + 1_000_000 - 200, START + 1_000_000)).isEqualTo(1);
    }

    @Test
    void aReportThatIsOlderThanTheNewestCountsWithIt() {
        History history = plus(History.blank(ONE, START), new Report(START + 3, 5));

        History later = plus(history, new Report(START + 1, 2));

        assertThat(between(later, START + 2, START + 3)).isEqualTo(7);
    }

    @Test
    void whatWasCountedOfARegionOutlastsThatAnotherComesAndGoes() {
        History alone = plus(plus(History.blank(ONE, START), new Report(START + 1, 5)), new Report(START + 9, 2));

        History together = alone.of(List.of(RegionId.of("eu-west-1"), EAST, WEST));

        assertThat(together.upTo(START + 9, 1, Column.PROBES) - together.upTo(START + 1, 1, Column.PROBES))
                .isEqualTo(2);
        assertThat(together.upTo(START + 9, 2, Column.PROBES)).isZero();
        assertThat(between(together.of(ONE), START, START + 9)).isEqualTo(7);
    }
}
