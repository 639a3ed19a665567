package dev.drover.cli.solve;

import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.decision.solve.Contingencies;
import dev.drover.decision.solve.Solver;
import dev.drover.decision.solve.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover solve}. */
@Command(
        name = "solve",
        description = {
            "Finds where users go best, for fleets in files.",
            "It asks no controller and changes nothing. The format is explained in docs/solve.md."
        })
public final class SolveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "What is to be solved, as JSON; - reads standard input. Several give a list of answers.")
    private List<String> files = List.of();

    @Option(names = "--contingencies", description = "Also who takes over if a region is lost, for each region.")
    private boolean contingencies;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the answer is written as; table if not given.")
    private Output output = Output.TABLE;

    /** The command at that terminal. */
    public SolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (Collections.frequency(files, SolverFiles.STANDARD_INPUT) > 1) {
            throw new UsageException("FILE: - was named twice (expected: once, there is one standard input)");
        }
        SolverFiles reader = new SolverFiles(terminal);
        List<SolverFile> problems = files.stream().map(reader::read).toList();
        List<SolverAnswer> answers = problems.stream().map(this::solve).toList();
        if (output == Output.JSON) {
            terminal.json(answers.size() == 1 ? answers.get(0) : answers);
        } else {
            show(problems, answers);
        }
        return ExitCode.DONE;
    }

    private SolverAnswer solve(SolverFile file) {
        Weights weights = Solver.solve(file.problem()).weights();
        return contingencies ? SolverAnswer.of(weights, Contingencies.of(weights)) : SolverAnswer.of(weights);
    }

    private void show(List<SolverFile> problems, List<SolverAnswer> answers) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.size() > 1) {
                lines.add((i > 0 ? "\n" : "") + files.get(i));
            }
            lines.addAll(new SolvePage(terminal.look(), problems.get(i)).render(answers.get(i)));
        }
        terminal.lines(lines);
    }
}
