package dev.drover.controller.metrics;

import dev.drover.api.rest.RegionView;
import dev.drover.api.verdict.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The gauges of regions: replaced as a whole at each scrape, so that a region that is gone leaves nothing behind. */
final class RegionMeters {

    private final MultiGauge weight;
    private final MultiGauge planned;
    private final MultiGauge capacity;
    private final MultiGauge utilization;
    private final MultiGauge verdict;
    private final MultiGauge shedIfLost;
    private volatile @Nullable Supplier<RegionFigures> source;

    RegionMeters(MeterRegistry registry) {
        this.weight = MultiGauge.builder("drover.region.weight").register(registry);
        this.planned = MultiGauge.builder("drover.region.planned.rps").register(registry);
        this.capacity = MultiGauge.builder("drover.region.capacity.rps").register(registry);
        this.utilization = MultiGauge.builder("drover.region.utilization").register(registry);
        this.verdict = MultiGauge.builder("drover.region.verdict").register(registry);
        this.shedIfLost = MultiGauge.builder("drover.region.loss.shed.rps").register(registry);
    }

    void watch(Supplier<RegionFigures> figures) {
        source = figures;
    }

    void refresh() {
        Supplier<RegionFigures> figures = source;
        if (figures != null) {
            show(figures.get());
        }
    }

    private void show(RegionFigures figures) {
        weight.register(rows(figures, RegionView::weight), true);
        planned.register(rows(figures, RegionView::plannedRps), true);
        capacity.register(rows(figures, RegionView::capacityRps), true);
        utilization.register(rows(figures, RegionView::plannedUtilization), true);
        verdict.register(verdicts(figures), true);
        shedIfLost.register(rows(figures, region -> figures.shedIfLostRps().getOrDefault(region.id(), 0.0)), true);
    }

    private static List<MultiGauge.Row<?>> rows(RegionFigures figures, ToDoubleFunction<RegionView> figure) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (RegionView region : figures.regions()) {
            rows.add(MultiGauge.Row.of(tags(figures, region), figure.applyAsDouble(region)));
        }
        return rows;
    }

    private static List<MultiGauge.Row<?>> verdicts(RegionFigures figures) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (RegionView region : figures.regions()) {
            for (Verdict verdict : Verdict.values()) {
                rows.add(MultiGauge.Row.of(
                        tags(figures, region).and("verdict", MeterOf.tag(verdict)),
                        region.verdict().verdict() == verdict ? 1 : 0));
            }
        }
        return rows;
    }

    private static Tags tags(RegionFigures figures, RegionView region) {
        return Tags.of(
                "service", figures.service().value(), "region", region.id().value());
    }
}
