package dev.drover.controller.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.rest.RegionView;
import dev.drover.api.routing.Mark;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Verdict;
import dev.drover.controller.store.StoreException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsDocumentTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(drover\\.[a-z.]+)` \\| (\\w+) \\|([^|]*)\\|.+\\|.+\\|$");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ControllerMeters meters = new ControllerMeters(registry);

    private static RegionView region(String id, Verdict verdict) {
        return new RegionView(
                RegionId.of(id),
                new RegionVerdict(verdict, Instant.EPOCH, Evidence.NONE),
                Mark.OPEN,
                1_000,
                400,
                0.4,
                5_000,
                null);
    }

    private static RegionFigures figures(RegionView... regions) {
        return new RegionFigures(
                ServiceId.of("homepage"), List.of(regions), new TreeMap<>(Map.of(RegionId.of("a"), 12.5)));
    }

    private static String row(Meter meter) {
        TreeSet<String> tags = new TreeSet<>();
        meter.getId().getTags().stream().map(Tag::getKey).forEach(tags::add);
        return meter.getId().getName() + " " + meter.getId().getType() + " " + String.join(", ", tags);
    }

    private static String row(MatchResult row) {
        TreeSet<String> tags = new TreeSet<>();
        Pattern.compile("`([a-z]+)`").matcher(row.group(3)).results().forEach(tag -> tags.add(tag.group(1)));
        return row.group(1) + " " + row.group(2).toUpperCase(java.util.Locale.ROOT) + " " + String.join(", ", tags);
    }

    @Test
    void everyMeterIsDocumentedWithItsKindAndTagsAndNothingElseIs() throws Exception {
        meters.watchRegions(() -> figures(region("us-east-1", Verdict.HEALTHY)));
        meters.rest().answered("/v1/status", 200, 1);
        assertThat(meters.scrape()).isNotBlank();

        TreeSet<String> documented = new TreeSet<>();
        ROW.matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
                .results()
                .forEach(row -> documented.add(row(row)));
        TreeSet<String> registered = new TreeSet<>();
        registry.getMeters().forEach(meter -> registered.add(row(meter)));

        assertThat(documented).isEqualTo(registered);
    }

    @Test
    void regionThatIsGoneLeavesNoGaugeBehind() {
        AtomicReference<RegionFigures> now =
                new AtomicReference<>(figures(region("a", Verdict.HEALTHY), region("b", Verdict.DOWN)));
        meters.watchRegions(now::get);
        assertThat(meters.scrape()).contains("region=\"b\",service=\"homepage\",verdict=\"down\"} 1");

        now.set(figures(region("a", Verdict.DOWN)));

        assertThat(meters.scrape())
                .doesNotContain("region=\"b\"")
                .contains("region=\"a\",service=\"homepage\",verdict=\"down\"} 1")
                .contains("region=\"a\",service=\"homepage\",verdict=\"healthy\"} 0");
    }

    @Test
    void whatTheLossOfARegionWouldShedIsShown() {
        meters.watchRegions(() -> figures(region("a", Verdict.HEALTHY), region("b", Verdict.HEALTHY)));

        assertThat(meters.scrape())
                .contains("drover_region_loss_shed_rps{region=\"a\",service=\"homepage\"} 12.5")
                .contains("drover_region_loss_shed_rps{region=\"b\",service=\"homepage\"} 0");
    }

    @Test
    void takeoversAreCountedOncePerLeadership() {
        meters.leading(true, 3);
        meters.leading(true, 3);
        meters.leading(false, 4);
        meters.leading(true, 5);

        assertThat(registry.get("drover.election.takeovers").counter().count()).isEqualTo(2);
        assertThat(registry.get("drover.election.epoch").gauge().value()).isEqualTo(5);
        assertThat(registry.get("drover.election.leading").gauge().value()).isEqualTo(1);
    }

    @Test
    void writesAreTimedByWhatAndByOutcome() {
        meters.published(WriteOutcome.of(new StoreException(StoreException.Kind.FENCED, "gone")), 5);

        assertThat(registry.get("drover.store.write")
                        .tag("write", "publication")
                        .tag("outcome", "fenced")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(WriteOutcome.of(new IllegalStateException())).isEqualTo(WriteOutcome.FAILED);
    }

    @Test
    void seriesStayFewForTheLargestFleet() {
        RegionView[] regions = new RegionView[50];
        for (int i = 0; i < regions.length; i++) {
            regions[i] = region("r" + i, Verdict.HEALTHY);
        }
        meters.watchRegions(() -> figures(regions));

        long series =
                meters.scrape().lines().filter(line -> !line.startsWith("#")).count();

        assertThat(series).isLessThan(1_000);
    }
}
