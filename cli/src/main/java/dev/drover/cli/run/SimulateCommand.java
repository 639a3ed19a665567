package dev.drover.cli.run;

import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.simulation.swarm.SeedRun;
import dev.drover.simulation.swarm.Swarm;
import dev.drover.simulation.swarm.SwarmReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drover simulate}. */
@Command(
        name = "simulate",
        description = "Runs whole fleets in virtual time, with faults that a seed chooses, and checks every promise.")
public final class SimulateCommand implements Callable<Integer>, LongRunning {

    private static final long MOST_SEEDS = 10_000_000;
    private static final int TELL_EVERY = 10;

    private final Terminal terminal;
    private long done;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds; 100 if not given.")
    private long seeds = 100;

    @Option(
            names = "--from",
            paramLabel = "K",
            description = "The first of them; 1 if not given. A long run goes on from there.")
    private long from = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Runs that one and tells everything that happens in it.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many at once; as many as there are cores if not given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the report is written as; table if not given.")
    private Output output = Output.TABLE;

    private SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommand, at that terminal. */
    public static CommandLine at(Terminal terminal) {
        return new CommandLine(new SimulateCommand(terminal)).addSubcommand(new DetectionCommand(terminal));
    }

    /** What goes wrong there goes wrong on purpose. */
    @Override
    public String usualLevel() {
        return "OFF";
    }

    @Override
    public Integer call() throws InterruptedException {
        return seed == null ? runMany() : replay(seed);
    }

    private int replay(long one) {
        SeedRun.Result result = SeedRun.traced(one, terminal::line);
        terminal.line(String.format(
                Locale.ROOT,
                "seed %d: %s, digest %016x",
                one,
                result.violation()
                        .map(violation -> "broke " + violation.invariant())
                        .orElse("every promise held"),
                result.digest()));
        return result.violation().isEmpty() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private int runMany() throws InterruptedException {
        within("--seeds", seeds, 1, MOST_SEEDS);
        within("--from", from, 0, Long.MAX_VALUE - MOST_SEEDS);
        within("--threads", threads, 1, Swarm.MOST_THREADS);
        SwarmReport report = new Swarm(from, seeds, System::nanoTime, this::tell).run(threads);
        terminal.notice("");
        if (output == Output.JSON) {
            terminal.json(figures(report));
        } else {
            terminal.lines(lines(report));
        }
        return report.holds() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private static void within(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new UsageException(option + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    private void tell(SeedRun.Result result) {
        done++;
        Swarm.story(result, Build.NAME).forEach(terminal::notice);
        if (terminal.isInteractive()) {
            terminal.overwrite(done + " of " + seeds + " seeds");
        } else if (done % Math.max(1, seeds / TELL_EVERY) == 0) {
            terminal.notice(done + " of " + seeds + " seeds");
        }
    }

    private static Map<String, Object> figures(SwarmReport report) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seeds", report.seeds());
        figures.put("violations", report.violations());
        figures.put("simulatedSeconds", report.simulatedSeconds());
        figures.put("wallSeconds", report.wallSeconds());
        figures.put("sometimes", report.sometimes());
        figures.put("failed", report.failed());
        return figures;
    }

    private static List<String> lines(SwarmReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d seeds, %d violations; %d simulated seconds in %.1f s",
                report.seeds(),
                report.violations(),
                report.simulatedSeconds(),
                report.wallSeconds()));
        report.failed().forEach(failed -> lines.add("  ./drover simulate --seed " + failed));
        lines.add("what must happen sometimes, in how many seeds:");
        report.sometimes().forEach((what, count) -> lines.add("  " + what + ": " + count));
        return lines;
    }
}
