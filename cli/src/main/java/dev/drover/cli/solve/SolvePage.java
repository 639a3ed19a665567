package dev.drover.cli.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.cli.text.Bar;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Figures;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What {@code drover solve} shows to people. */
final class SolvePage {

    private static final int BAR_WIDTH = 8;

    private final Look look;
    private final SolverFile file;

    SolvePage(Look look, SolverFile file) {
        this.look = look;
        this.file = file;
    }

    List<String> render(SolverAnswer answer) {
        List<String> lines = new ArrayList<>(regions(answer));
        lines.add("");
        lines.addAll(edges(answer));
        lines.addAll(Lines.wrap(sentence(answer), look.width()));
        ifLost(answer).forEach((lost, contingency) -> {
            lines.add("");
            lines.addAll(ifLost(lost, contingency));
        });
        return lines;
    }

    private List<String> regions(SolverAnswer answer) {
        Table table = Table.of(Column.text("REGION"), Column.number("RPS/CAP"), Column.whole("UTILIZATION"));
        answer.utilization().forEach((region, ratio) -> {
            double capacityRps = capacityRps(region);
            table.row(
                    Cell.of(region.value()),
                    Cell.of(Figures.rps(ratio * capacityRps) + "/" + Figures.rps(capacityRps)),
                    utilization(ratio));
        });
        return table.render(look);
    }

    private double capacityRps(RegionId name) {
        SolverFile.Region region = file.regions().get(name);
        return region == null ? 0 : region.capacityRps();
    }

    private Cell utilization(double ratio) {
        return new Cell(
                Bar.of(ratio, BAR_WIDTH, look.symbols()),
                ratio > file.utilization().target() ? Style.WARNING : Style.GOOD);
    }

    private List<String> edges(SolverAnswer answer) {
        Table table = Table.of(Column.text("EDGE"), Column.number("DEMAND"), Column.wrapped("WEIGHTS"));
        answer.edges().forEach((edge, shares) -> {
            SolverFile.Edge asked = file.edges().get(edge);
            double demandRps = asked == null ? 0 : asked.demandRps();
            table.row(
                    Cell.of(edge.value()),
                    Cell.of(Figures.rps(demandRps) + "/s"),
                    Cell.of(weights(shares.weights(), shares.shed())));
        });
        return table.render(look);
    }

    private static String sentence(SolverAnswer answer) {
        return "Mean latency " + String.format(Locale.ROOT, "%.1f", answer.meanLatencyMs()) + " ms; moves "
                + Figures.rps(answer.movedRps()) + " requests/s; " + sheds(answer.shedRps()) + ".";
    }

    private static String sheds(double shedRps) {
        return shedRps > 0 ? "sheds " + Figures.rps(shedRps) + " requests/s" : "sheds nobody";
    }

    private static SortedMap<RegionId, SolverAnswer.IfLost> ifLost(SolverAnswer answer) {
        SortedMap<RegionId, SolverAnswer.IfLost> ifLost = answer.ifLost();
        return ifLost == null ? Collections.emptySortedMap() : ifLost;
    }

    private List<String> ifLost(RegionId lost, SolverAnswer.IfLost contingency) {
        List<String> lines = new ArrayList<>(Lines.wrap(
                "If " + lost + " is lost: " + peak(contingency.utilization()) + ", " + sheds(contingency.shedRps())
                        + ".",
                look.width()));
        for (Map.Entry<EdgeId, SortedMap<RegionId, Integer>> edge :
                contingency.understudies().entrySet()) {
            int shed = contingency.shed().getOrDefault(edge.getKey(), 0);
            lines.addAll(
                    Lines.hanging("  " + edge.getKey() + "  ", "to " + weights(edge.getValue(), shed), look.width()));
        }
        return lines;
    }

    private static String peak(SortedMap<RegionId, Double> utilization) {
        Map.Entry<RegionId, Double> highest = Collections.max(utilization.entrySet(), Map.Entry.comparingByValue());
        return highest.getKey() + " is fullest at " + Figures.percent(highest.getValue());
    }

    private static String weights(SortedMap<RegionId, Integer> weights, int shed) {
        List<String> each = new ArrayList<>();
        weights.forEach((region, slots) -> each.add(weight(Owner.of(region), slots)));
        if (shed > 0) {
            each.add(weight(Owner.SHED, shed));
        }
        return String.join(" ", each);
    }

    private static String weight(Owner owner, int slots) {
        return owner + Character.toString(Lines.NO_BREAK) + Figures.basisPoints(slots);
    }
}
