package dev.drover.cli.run;

import dev.drover.cli.client.Controllers;
import dev.drover.cli.client.NotReachedException;
import dev.drover.cli.client.RefusedException;
import dev.drover.cli.operator.Output;
import dev.drover.cli.operator.StatusCommand;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.lab.demo.DemoPorts;
import dev.drover.lab.demo.DemoWorld;
import dev.drover.lab.demo.Scenario;
import dev.drover.lab.demo.ScenarioReport;
import dev.drover.lab.demo.ScenarioRun;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drover demo}. */
@Command(
        name = "demo",
        description = "Runs the whole world on this machine: ZooKeeper, 3 controllers, 5 edges, 3 regions, and load.")
public final class DemoCommand implements Callable<Integer>, LongRunning {

    private static final long STOP_SECONDS = 20;

    private final Terminal terminal;

    @Option(
            names = "--base-port",
            defaultValue = "7000",
            paramLabel = "PORT",
            description = "The first of its ports; the others are up to 300 above. 7000 if not given.")
    private int basePort;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Plays it and reports: region-outage, blackhole, gray, evacuation or leader-kill.")
    private @Nullable String scenario;

    @Option(names = "--exit", description = "Ends after the scenario; without it the world goes on.")
    private boolean exit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the report is written as; table if not given.")
    private Output output = Output.TABLE;

    /** The command at that terminal. */
    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What it shows is what happens; the log would only tear the table. */
    @Override
    public String usualLevel() {
        return "ERROR";
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Scenario chosen = scenario();
        Path directory = temporaryDirectory();
        LongRun process = new LongRun(terminal);
        DemoWorld world = new DemoWorld(process.vertx(), ports(), directory, Build.NAME);
        Thread cleaner = new Thread(() -> stop(world, directory), "drover-stop");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            int code = run(process.vertx(), world, chosen);
            if (exit || code == ExitCode.WRONG_USAGE) {
                return code;
            }
        } catch (ExecutionException e) {
            terminal.notice("drover: " + LongRun.reason(e));
            return ExitCode.WRONG_USAGE;
        }
        showUntilStopped(world);
        return ExitCode.DONE;
    }

    private int run(Vertx vertx, DemoWorld world, @Nullable Scenario chosen)
            throws InterruptedException, ExecutionException {
        terminal.notice("starting:");
        get(world.start(what -> terminal.notice("  " + what)));
        addresses(world).forEach(terminal::notice);
        if (chosen == null) {
            get(world.startLoad());
            return ExitCode.DONE;
        }
        ScenarioReport report = get(new ScenarioRun(vertx, world, chosen, what -> terminal.notice("  " + what)).play());
        if (output == Output.JSON) {
            terminal.json(report);
        } else {
            terminal.lines(new ReportPage(terminal.look()).lines(report));
        }
        return report.holds() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private static <T> T get(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    private @Nullable Scenario scenario() {
        if (scenario == null) {
            if (exit) {
                throw new UsageException("--exit without --scenario (expected: both, or neither)");
            }
            return null;
        }
        List<String> names = Arrays.stream(Scenario.values()).map(Scenario::id).toList();
        return Arrays.stream(Scenario.values())
                .filter(candidate -> candidate.id().equals(scenario))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("--scenario: '" + scenario + "' (expected: one of " + names + ")"));
    }

    private DemoPorts ports() {
        try {
            return new DemoPorts(basePort);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage(), e);
        }
    }

    private static List<String> addresses(DemoWorld world) {
        List<String> lines = new ArrayList<>();
        String controller = String.valueOf(world.controllerUrls().get(0));
        String option = controller.endsWith(":7000") ? "" : " --controller " + controller;
        lines.add("");
        lines.add("It runs. In a second terminal:");
        lines.add("  ./drover status" + option);
        lines.add("  ./drover evacuate " + Scenario.REGION + " --reason \"a drill\"" + option);
        lines.add("  ./drover restore " + Scenario.REGION + option);
        lines.add("  curl -s " + controller + "/v1/regions");
        lines.add("  curl -si http://127.0.0.1:" + world.edgePort(0) + "/ -H 'x-user-key: you'");
        int region = world.shape().regions().indexOf(Scenario.REGION);
        String faults = "http://127.0.0.1:" + world.regionControlPort(region) + "/faults";
        lines.add(Scenario.REGION + " goes dark, and is healed:");
        lines.add("  curl -s " + faults + " -H 'content-type: application/json' -d '{\"mode\": \"dark\"}'");
        lines.add("  curl -s -X DELETE " + faults);
        lines.add("Ctrl-C ends it.");
        return lines;
    }

    /** On a terminal the table is drawn anew each second; elsewhere the demo just runs. */
    private void showUntilStopped(DemoWorld world) throws InterruptedException {
        Controllers controllers = new Controllers(world.controllerUrls());
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(1, TimeUnit.SECONDS)) {
            if (terminal.isInteractive()) {
                draw(world, controllers);
            }
        }
    }

    private void draw(DemoWorld world, Controllers controllers) {
        List<String> lines = new ArrayList<>();
        try {
            StatusCommand.show(controllers, terminal.look(), terminal.now(), lines::add);
        } catch (NotReachedException | RefusedException e) {
            lines.add("no controller answers: " + e.getMessage());
        }
        lines.add("");
        lines.add(LoadCommand.sentence(world.load()));
        lines.addAll(addresses(world));
        terminal.lines(terminal.look().ansi().fromTop(lines));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("drover-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary directory cannot be written", e);
        }
    }

    private static void stop(DemoWorld world, Path directory) {
        CountDownLatch stopped = new CountDownLatch(1);
        world.stop().onComplete(done -> stopped.countDown());
        try {
            boolean inTime = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
            delete(directory);
            if (!inTime) {
                Runtime.getRuntime().halt(ExitCode.NOT_DONE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
