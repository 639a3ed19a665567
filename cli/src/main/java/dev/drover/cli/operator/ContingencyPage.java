package dev.drover.cli.operator;

import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.ContingencyReport.Loss;
import dev.drover.cli.text.Ages;
import dev.drover.cli.text.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** The N-1 report in a sentence. */
final class ContingencyPage {

    /** How many regions, and of each how many edges, are named; the others are counted. */
    private static final int NAMED = 3;

    private ContingencyPage() {}

    /** Whether the fleet survives the loss of any region, and what it would come to. */
    static String sentence(ContingencyReport report, Instant now) {
        String age = " (understudies " + Ages.between(report.understudiesAt(), now) + " old)";
        List<Loss> worst = new ArrayList<>(
                report.losses().stream().filter(loss -> !loss.survivable()).toList());
        worst.sort(
                Comparator.comparingDouble((Loss loss) -> sum(loss.shedRps())).reversed());
        return (worst.isEmpty() ? secure(report) : notSecure(worst)) + age;
    }

    private static String secure(ContingencyReport report) {
        return "secure: the loss of any region is survivable"
                + report.losses().stream()
                        .max(Comparator.comparingDouble(
                                (Loss loss) -> loss.ifLost().peakUtilization()))
                        .filter(loss -> loss.ifLost().hottest() != null)
                        .map(loss -> ", peak " + Figures.percent(loss.ifLost().peakUtilization()) + " in "
                                + loss.ifLost().hottest() + " if " + loss.lost() + " is lost")
                        .orElse("");
    }

    private static String notSecure(List<Loss> worst) {
        List<String> named = worst.stream()
                .limit(NAMED)
                .map(loss -> Figures.rps(sum(loss.shedRps())) + " requests/s would be shed if " + loss.lost()
                        + " is lost (" + edges(loss.shedRps()) + ")")
                .toList();
        return "NOT SECURE: " + String.join(", ", named) + more(worst.size(), "region");
    }

    private static String edges(SortedMap<?, Double> shedRps) {
        List<String> named = shedRps.entrySet().stream()
                .limit(NAMED)
                .map(edge -> edge.getKey() + " " + Figures.rps(edge.getValue()))
                .toList();
        return String.join(", ", named) + more(shedRps.size(), "edge");
    }

    private static String more(int all, String noun) {
        return all > NAMED ? ", and " + Figures.count(all - NAMED, noun) + " more" : "";
    }

    private static double sum(SortedMap<?, Double> rps) {
        return rps.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
