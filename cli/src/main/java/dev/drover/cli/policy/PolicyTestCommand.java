package dev.drover.cli.policy;

import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.cli.text.Lines;
import dev.drover.simulation.rehearsal.Outcome;
import dev.drover.simulation.rehearsal.Rehearsal;
import dev.drover.simulation.rehearsal.Scenario;
import dev.drover.simulation.rehearsal.UnreadableScenarioException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover policy test}. */
@Command(name = "test", description = "Rehearses scenarios with a steering policy, on a whole fleet in virtual time.")
public final class PolicyTestCommand implements Callable<Integer>, LongRunning {

    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Scenarios, or directories of them; policies/tests if not given.")
    private List<Path> files = List.of(Path.of("policies", "tests"));

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Rehearse with this policy, whatever policies the scenarios name.")
    private @Nullable Path policy;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Only the scenario of that name; may be given several times.")
    private List<String> only = List.of();

    @Option(names = "--story", description = "Tell what happened in the scenarios that passed, too.")
    private boolean story;

    @Option(
            names = "--output",
            defaultValue = "table",
            paramLabel = "table|json",
            description = "For people, or for programs.")
    private Output output = Output.TABLE;

    /** The command at that terminal. */
    public PolicyTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What rehearsed processes log is no fault of this one; the story tells it. */
    @Override
    public String usualLevel() {
        return "OFF";
    }

    @Override
    public Integer call() {
        List<String> faults = new ArrayList<>();
        List<Scenario> scenarios = scenarios(faults);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> terminal.notice(Lines.printable(fault)));
            return ExitCode.WRONG_USAGE;
        }
        List<Outcome> outcomes = rehearsed(scenarios);
        show(outcomes);
        return outcomes.stream().allMatch(Outcome::passed) ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    /** In the order of the scenarios, whichever ends first; each has a world, and a thread, of its own. */
    private List<Outcome> rehearsed(List<Scenario> scenarios) {
        if (terminal.isInteractive()) {
            terminal.overwrite("rehearsing " + scenarios.size() + " scenarios ...");
        }
        List<Outcome> outcomes = scenarios.parallelStream().map(Rehearsal::of).toList();
        if (terminal.isInteractive()) {
            terminal.overwrite("");
        }
        return outcomes;
    }

    private void show(List<Outcome> outcomes) {
        if (output == Output.JSON) {
            terminal.json(PolicyTestResult.of(outcomes));
        } else {
            terminal.lines(new PolicyTestPage(terminal.look()).lines(outcomes, story));
        }
    }

    /** All that are to be rehearsed; whatever is wrong with any of their files is put to the faults. */
    private List<Scenario> scenarios(List<String> faults) {
        ScenarioSource source = new ScenarioSource(policy);
        List<Scenario> scenarios = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (Path file : source.files(files)) {
            String name = ScenarioSource.nameOf(file);
            names.add(name);
            if (!only.isEmpty() && !only.contains(name)) {
                continue;
            }
            try {
                scenarios.add(source.read(file));
            } catch (UnreadableScenarioException e) {
                faults.addAll(e.faults());
            }
        }
        only.stream().filter(name -> !names.contains(name)).forEach(name -> {
            throw new UsageException(
                    "--only " + name + ": no such scenario (expected: one of " + String.join(", ", names) + ")");
        });
        return scenarios;
    }
}
