package dev.drover.cli;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.settings.Durations;
import dev.drover.cli.operator.AgentsCommand;
import dev.drover.cli.operator.EvacuateCommand;
import dev.drover.cli.operator.ExplainCommand;
import dev.drover.cli.operator.RestoreCommand;
import dev.drover.cli.operator.StatusCommand;
import dev.drover.cli.policy.PolicyCommand;
import dev.drover.cli.run.AgentCommand;
import dev.drover.cli.run.ControllerCommand;
import dev.drover.cli.run.DemoCommand;
import dev.drover.cli.run.LoadCommand;
import dev.drover.cli.run.RegionCommand;
import dev.drover.cli.run.SimulateCommand;
import dev.drover.cli.solve.SolveCommand;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.cli.text.Ansi;
import dev.drover.cli.text.Lines;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command {@code drover}. */
@Command(
        name = "drover",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Moves the herd off a failing region without a stampede.",
            "New here? `drover demo` runs a whole world on this machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a check did not hold, or the server refused",
            "2:wrong usage, unreadable input, or the server could not be reached"
        })
public final class Main implements Runnable {

    /** What Java puts where the locale does not know a character; it must not end up in an order's reason. */
    private static final char UNREADABLE = '\ufffd';

    private final Terminal terminal;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log more; twice for still more. Also: DROVER_LOG=info in the environment.")
    private boolean[] verbosity = {};

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs a command at that terminal and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        for (String argument : arguments) {
            if (argument.indexOf(UNREADABLE) >= 0) {
                terminal.notice("drover: '" + Lines.printable(argument) + "' cannot be read in this locale (expected:"
                        + " characters that it has; set LC_ALL=C.UTF-8)");
                return ExitCode.WRONG_USAGE;
            }
        }
        return commandLine(terminal).execute(arguments);
    }

    /** All commands, at that terminal. */
    static CommandLine commandLine(Terminal terminal) {
        Main main = new Main(terminal);
        Failures failures = new Failures(terminal);
        return convert(new CommandLine(main)
                        .addSubcommand(new StatusCommand(terminal))
                        .addSubcommand(new EvacuateCommand(terminal))
                        .addSubcommand(new RestoreCommand(terminal))
                        .addSubcommand(new ExplainCommand(terminal))
                        .addSubcommand(new AgentsCommand(terminal))
                        .addSubcommand(new SolveCommand(terminal))
                        .addSubcommand(PolicyCommand.at(terminal))
                        .addSubcommand(new DemoCommand(terminal))
                        .addSubcommand(new ControllerCommand(terminal))
                        .addSubcommand(new AgentCommand(terminal))
                        .addSubcommand(new RegionCommand(terminal))
                        .addSubcommand(new LoadCommand(terminal))
                        .addSubcommand(SimulateCommand.at(terminal))
                        .addSubcommand(new HelpCommand()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowOptionsAsOptionParameters(false)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(terminal.look().width())
                .setColorScheme(
                        Help.defaultColorScheme(terminal.look().ansi() == Ansi.ON ? Help.Ansi.ON : Help.Ansi.OFF))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setExecutionStrategy(main::execute)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new UsageException("no command (expected: one of those that `drover --help` shows)");
    }

    private int execute(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        String usualLevel = command.commandSpec().userObject() instanceof LongRunning longRunning
                ? longRunning.usualLevel()
                : "WARN";
        try {
            Logging.configure(verbosity.length, terminal.variable("DROVER_LOG"), usualLevel);
        } catch (UsageException e) {
            terminal.notice("drover: " + e.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        return new RunLast().execute(parsed);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static CommandLine convert(CommandLine line) {
        return line.registerConverter(RegionId.class, converter(RegionId::of))
                .registerConverter(EdgeId.class, converter(EdgeId::of))
                .registerConverter(OrderId.class, converter(OrderId::of))
                .registerConverter(Duration.class, converter(Durations::parse));
    }

    /** Ours say what was expected; picocli's would name the Java class. */
    private static <T> ITypeConverter<T> converter(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }
}
