package dev.drover.cli;

import dev.drover.api.problem.FieldFault;
import dev.drover.api.problem.Problem;
import dev.drover.cli.client.NotReachedException;
import dev.drover.cli.client.RefusedException;
import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.cli.text.Lines;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads, and the exit code, when a command fails. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        notice("drover: " + failure.getMessage());
        if (failure instanceof UnmatchedArgumentException) {
            boolean unused = UnmatchedArgumentException.printSuggestions(failure, terminal.err());
        }
        terminal.notice("Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof RefusedException refused) {
            show(refused.problem(), command);
            return ExitCode.NOT_DONE;
        }
        if (failure instanceof NotReachedException notReached) {
            notReached.lines().forEach(this::notice);
            return ExitCode.WRONG_USAGE;
        }
        if (failure instanceof UsageException) {
            notice("drover: " + failure.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        terminal.notice("drover: this is a fault of Drover's own; please report it with these lines:");
        failure.printStackTrace(terminal.err());
        return ExitCode.NOT_DONE;
    }

    private void show(Problem problem, CommandLine command) {
        if (command.getParseResult().matchedOptionValue("--output", Output.TABLE) == Output.JSON) {
            terminal.json(problem);
            return;
        }
        notice(problem.title() + ": " + problem.detail());
        for (FieldFault fault : problem.errors()) {
            notice("  " + (fault.pointer().isEmpty() ? "" : fault.pointer() + ": ") + fault.detail());
        }
    }

    /** Keeps the indent of the line where it is broken. */
    private void notice(String line) {
        String text = line.stripLeading();
        String indent = " ".repeat(line.length() - text.length());
        Lines.hanging(indent, text, terminal.look().width()).forEach(terminal::notice);
    }
}
