package dev.drover.cli.run;

import dev.drover.cli.operator.Output;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.lab.load.Arrivals;
import dev.drover.lab.load.LoadConfig;
import dev.drover.lab.load.LoadGenerator;
import dev.drover.lab.load.LoadSnapshot;
import dev.drover.lab.load.Popularity;
import dev.drover.lab.load.Population;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover load}. */
@Command(
        name = "load",
        description = "Sends requests on schedule, whatever the answers do, and says what became of them.")
public final class LoadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "What is asked for, such as http://127.0.0.1:7200/.")
    private URI target = URI.create("http://127.0.0.1:7200/");

    @Option(names = "--rate", defaultValue = "100", paramLabel = "RPS", description = "Requests/s; 100 if not given.")
    private double rate;

    @Option(
            names = "--users",
            defaultValue = "20000",
            paramLabel = "NUMBER",
            description = "How many users come; 20000 if not given.")
    private int users;

    @Option(
            names = "--duration",
            defaultValue = "10m",
            paramLabel = "DURATION",
            description = "For how long, such as 30s; 10m if not given, 1h at most.")
    private Duration duration = Duration.ofMinutes(10);

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "Another one brings other users; 1 if not given.")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the result is written as; table if not given.")
    private Output output = Output.TABLE;

    /** The command at that terminal. */
    public LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        LoadConfig config = config();
        CompletableFuture<LoadSnapshot> result = new CompletableFuture<>();
        LoadGenerator.start(new LongRun(terminal).vertx(), config)
                .onFailure(result::completeExceptionally)
                .onSuccess(generator -> {
                    generator.finished().onSuccess(result::complete);
                    watch(generator, result);
                });
        LoadSnapshot last = result.join();
        tell(last);
        return last.failed() == 0 ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private LoadConfig config() {
        try {
            if (duration.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("--duration: " + duration + " (expected: 1h at most)");
            }
            return LoadConfig.of(
                    target, Arrivals.constant(rate).lasting(duration), new Population(users, Popularity.UNIFORM, seed));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private void watch(LoadGenerator generator, CompletableFuture<LoadSnapshot> result) {
        if (!terminal.isInteractive()) {
            return;
        }
        Thread watcher = new Thread(
                () -> {
                    while (!result.isDone()) {
                        try {
                            LoadSnapshot ended = result.get(1, TimeUnit.SECONDS);
                            terminal.overwrite(sentence(ended));
                        } catch (TimeoutException e) {
                            terminal.overwrite(sentence(generator.snapshot()));
                        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
                            return;
                        }
                    }
                },
                "drover-load");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void tell(LoadSnapshot last) {
        if (output == Output.JSON) {
            terminal.json(figures(last));
            return;
        }
        terminal.notice("");
        terminal.line(sentence(last));
        last.regions().forEach((region, pages) -> terminal.line("  " + region + ": " + pages + " pages"));
        last.failures().forEach((kind, count) -> terminal.line("  failed, " + kind + ": " + count));
    }

    private static Map<String, Object> figures(LoadSnapshot last) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("total", last.total());
        figures.put("ok", last.ok());
        figures.put("failed", last.failed());
        figures.put("retried", last.retried());
        figures.put("shed", last.shed());
        figures.put("p50Ms", last.latencies().p50Millis());
        figures.put("p99Ms", last.latencies().p99Millis());
        figures.put("regions", last.regions());
        figures.put("failures", last.failures());
        return figures;
    }

    static String sentence(LoadSnapshot now) {
        return String.format(
                Locale.ROOT,
                "%d requests, %d failed, %d retried, %d shed, p50 %.0f ms, p99 %.0f ms",
                now.total(),
                now.failed(),
                now.retried(),
                now.shed(),
                now.latencies().p50Millis(),
                now.latencies().p99Millis());
    }
}
