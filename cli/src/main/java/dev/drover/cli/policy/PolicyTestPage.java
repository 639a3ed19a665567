package dev.drover.cli.policy;

import dev.drover.api.settings.Durations;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import dev.drover.simulation.rehearsal.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code drover policy test} shows. */
final class PolicyTestPage {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Look look;

    PolicyTestPage(Look look) {
        this.look = look;
    }

    /** A line for each scenario; then, of those that failed, everything that did not hold and what happened. */
    List<String> lines(List<Outcome> outcomes, boolean allStories) {
        Table table = Table.of(
                Column.text("SCENARIO"), Column.whole("RESULT"), Column.number("LASTED"), Column.wrapped("SAID"));
        for (Outcome outcome : outcomes) {
            table.row(
                    Cell.of(outcome.scenario()),
                    outcome.passed() ? new Cell("passed", Style.GOOD) : new Cell("FAILED", Style.BAD),
                    Cell.of(lasted(outcome)),
                    outcome.passed()
                            ? new Cell(outcome.checks().size() + " expectations held", Style.FAINT)
                            : Cell.of(said(outcome)));
        }
        List<String> lines = new ArrayList<>(table.render(look));
        for (Outcome outcome : outcomes) {
            if (!outcome.passed() || allStories) {
                lines.addAll(story(outcome));
            }
        }
        lines.add("");
        lines.add(summary(outcomes));
        return lines;
    }

    private static String lasted(Outcome outcome) {
        return Durations.write(Duration.ofMillis(Math.round(outcome.simulatedSeconds() * MILLIS_PER_SECOND)));
    }

    private static String said(Outcome outcome) {
        List<String> faults = outcome.faults();
        return faults.get(0) + (faults.size() > 1 ? "; and " + (faults.size() - 1) + " more" : "");
    }

    private List<String> story(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(look.paint(Style.BOLD, Lines.printable(outcome.scenario() + " (" + outcome.file() + ")")));
        lines.addAll(Lines.hanging("  ", outcome.why().replaceAll("\\s+", " "), look.width()));
        for (Outcome.Line line : outcome.story()) {
            lines.addAll(
                    Lines.hanging(String.format(Locale.ROOT, "%10.3f s  ", line.seconds()), line.text(), look.width()));
        }
        for (String fault : outcome.faults()) {
            lines.addAll(Lines.hanging("  FAILED  ", outcome.file() + " " + fault, look.width()));
        }
        return lines;
    }

    private static String summary(List<Outcome> outcomes) {
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        if (outcomes.size() == 1) {
            return "1 scenario, " + (failed == 0 ? "passed" : "FAILED");
        }
        return outcomes.size() + " scenarios, " + (failed == 0 ? "all passed" : failed + " FAILED");
    }
}
