package dev.drover.cli.run;

import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import dev.drover.simulation.detection.DetectionFigures;
import dev.drover.simulation.detection.LongWatch;
import dev.drover.simulation.detection.Quantiles;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drover simulate detection}. */
@Command(
        name = "detection",
        description = "Measures how quickly and how surely the fleet sees, with the defaults of a steering policy.")
public final class DetectionCommand implements Callable<Integer>, LongRunning {

    private static final int MOST_RUNS = 100_000;
    private static final int MOST_DAYS = 1_000;

    private final Terminal terminal;

    @Option(names = "--runs", defaultValue = "100", description = "Of each trial; 100 if not given.")
    private int runs;

    @Option(
            names = "--days",
            defaultValue = "0",
            description =
                    "How long three regions are watched in which nothing is wrong but noise; 0, not at all, if not"
                            + " given. A day takes about a minute.")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "Of the first run; 1 if not given.")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the result is written as; table if not given.")
    private Output output = Output.TABLE;

    /** The command at that terminal. */
    public DetectionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What goes wrong there goes wrong on purpose. */
    @Override
    public String usualLevel() {
        return "OFF";
    }

    @Override
    public Integer call() {
        within("--runs", runs, 1, MOST_RUNS);
        within("--days", days, 0, MOST_DAYS);
        DetectionFigures figures =
                DetectionFigures.measure(runs, days, seed, what -> terminal.notice("  " + what + " ..."));
        if (output == Output.JSON) {
            terminal.json(figures);
        } else {
            tell(figures);
        }
        return ExitCode.DONE;
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UsageException(option + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    private void tell(DetectionFigures figures) {
        Table times = Table.of(
                Column.wrapped("SECONDS UNTIL"), Column.number("P50"), Column.number("P99"), Column.number("NEVER"));
        figures.times()
                .forEach((name, took) ->
                        times.row(Cell.of(name), seconds(took.p50Seconds()), seconds(took.p99Seconds()), never(took)));
        terminal.lines(times.render(terminal.look()));
        if (figures.watches().isEmpty()) {
            return;
        }
        Table watches = Table.of(
                Column.wrapped("NOTHING WRONG BUT"),
                Column.number("REGION-DAYS"),
                Column.number("DOWN"),
                Column.number("DEGRADED"),
                Column.number("LOST AT BLIPS"),
                Column.number("ELSEWHERE"));
        figures.watches().forEach((name, watch) -> watches.row(cells(name, watch)));
        terminal.line("");
        terminal.lines(watches.render(terminal.look()));
    }

    private static Cell[] cells(String name, LongWatch watch) {
        return new Cell[] {
            Cell.of(name),
            Cell.of(watch.regionDays()),
            Cell.of(watch.down()),
            Cell.of(watch.degraded()),
            Cell.of(watch.lostAtBlips()),
            Cell.of(watch.lostElsewhere())
        };
    }

    private static Cell seconds(@Nullable Double seconds) {
        return seconds == null ? Cell.NONE : Cell.of(String.format(Locale.ROOT, "%.2f", seconds));
    }

    private static Cell never(Quantiles took) {
        return took.missed() == 0
                ? Cell.NONE
                : new Cell(took.missed() + " of " + (took.runs() + took.missed()), Style.BAD);
    }
}
