package dev.drover.cli.run;

import dev.drover.cli.text.Look;
import dev.drover.lab.demo.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scenario's report for people. Pure. */
final class ReportPage {

    private final Look look;

    ReportPage(Look look) {
        this.look = look;
    }

    List<String> lines(ScenarioReport report) {
        ScenarioReport.Timeline timeline = report.timeline();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Scenario " + report.scenario() + ", " + report.edges() + " edges: "
                + (report.holds() ? "everything held" : "NOT everything held"));
        lines.add("");
        add(lines, "first retry at an agent", timeline.firstRetryMs());
        add(lines, "first agent on the contingency", timeline.firstContingencyMs());
        add(lines, "all agents on the contingency", timeline.allContingencyMs());
        add(lines, "the leader's verdict", timeline.verdictMs());
        add(lines, "its answer published", timeline.publishedMs());
        add(lines, "the answer applied by all", timeline.firstStepAppliedMs());
        add(lines, "region without users, at all", timeline.allAppliedMs());
        add(lines, "next leader published (after the cut)", timeline.nextLeaderMs());
        add(lines, "everyone home again", timeline.restoredMs());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "  %d requests: %d failed, %d retried, %d shed; p99 %.0f ms",
                report.requests().total(),
                report.requests().failed(),
                report.requests().retried(),
                report.requests().shed(),
                report.requests().p99Ms()));
        report.plannedPeakUtilization()
                .forEach((region, peak) -> lines.add(String.format(
                        Locale.ROOT,
                        "  %s: planned up to %.0f %%, measured up to %.0f %%",
                        region,
                        100 * peak,
                        100 * report.measuredPeakUtilization().getOrDefault(region, 0.0))));
        lines.add("  " + report.revisions() + " publications, epoch " + report.epoch());
        report.violations().forEach(violation -> lines.add("  NOT HELD: " + violation));
        return lines.stream()
                .map(line -> line.length() > look.width() ? line.substring(0, look.width()) : line)
                .toList();
    }

    private static void add(List<String> lines, String what, @Nullable Long millis) {
        if (millis != null) {
            lines.add(String.format(Locale.ROOT, "  %-40s %7.1f s", what, millis / 1_000.0));
        }
    }
}
