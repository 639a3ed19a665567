package dev.drover.cli.policy;

import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code drover policy}: the commands about steering policies. */
@Command(
        name = "policy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on steering policies before they are in force.")
public final class PolicyCommand implements Runnable {

    private PolicyCommand() {}

    /** The command with its subcommands, at that terminal. */
    public static CommandLine at(Terminal terminal) {
        return new CommandLine(new PolicyCommand()).addSubcommand(new PolicyTestCommand(terminal));
    }

    @Override
    public void run() {
        throw new UsageException("no command (expected: one of those that `drover policy --help` shows)");
    }
}
