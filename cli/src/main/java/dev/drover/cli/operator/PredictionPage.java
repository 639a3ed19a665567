package dev.drover.cli.operator;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.Prediction;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Figures;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What an order would lead to. */
final class PredictionPage {

    private PredictionPage() {}

    /**
     * The prediction beside what is in force.
     *
     * @param now utilization of each region; empty if it is not known
     */
    static List<String> render(SortedMap<RegionId, Double> now, Prediction prediction, Look look) {
        Table table = Table.of(Column.text("REGION"), Column.whole("UTILIZATION"), Column.whole("AFTERWARDS"));
        TreeSet<RegionId> regions = new TreeSet<>(now.keySet());
        regions.addAll(prediction.utilization().keySet());
        for (RegionId region : regions) {
            table.row(
                    Cell.of(region.value()),
                    utilization(now, region, look),
                    utilization(prediction.utilization(), region, look));
        }
        List<String> lines = new ArrayList<>(table.render(look));
        for (String sentence : sentences(prediction)) {
            lines.addAll(Lines.wrap(sentence, look.width()));
        }
        return lines;
    }

    private static Cell utilization(SortedMap<RegionId, Double> of, RegionId region, Look look) {
        Double ratio = of.get(region);
        return ratio == null ? Cell.NONE : Styles.utilization(ratio, look);
    }

    private static List<String> sentences(Prediction prediction) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Moves " + Figures.rps(prediction.movedRps()) + " requests/s; "
                + (prediction.shedRps() > 0
                        ? "sheds " + Figures.rps(prediction.shedRps())
                                + " requests/s, which fit nowhere and get the edges' static answer."
                        : "sheds nobody."));
        sentences.add(
                prediction.notSurvivable().isEmpty()
                        ? "The loss of any further region would shed nobody."
                        : "The loss of one more region, on top, would shed users: "
                                + String.join(
                                        ", ",
                                        prediction.notSurvivable().stream()
                                                .map(RegionId::value)
                                                .toList())
                                + ".");
        return sentences;
    }
}
