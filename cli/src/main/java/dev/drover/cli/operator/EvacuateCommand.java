package dev.drover.cli.operator;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Pace;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.settings.Check;
import dev.drover.api.settings.Durations;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.client.RefusedException;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.cli.text.Ages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover evacuate}. */
@Command(
        name = "evacuate",
        description =
                "Takes a region's users away until it is restored or the order expires. At a terminal it shows what"
                        + " that leads to, asks, and watches.")
public final class EvacuateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Parameters(paramLabel = "REGION", description = "The region to take users away from.")
    private @Nullable RegionId region;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; everybody will see it.")
    private String reason = "";

    @Option(
            names = "--pace",
            paramLabel = "planned|emergency",
            defaultValue = "planned",
            description = "In small watched steps, or at once as far as the others can take it. Default: planned.")
    private Pace pace = Pace.PLANNED;

    @Option(
            names = "--expires-in",
            paramLabel = "DURATION",
            defaultValue = "4h",
            description = "After which time it ends by itself, 1m to 72h. Default: 4h.")
    private Duration expiresIn = Duration.ofHours(4);

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who asks. Default: the name of the user, ${DEFAULT-VALUE}.")
    private String author = "";

    @Option(names = "--dry-run", description = "Only show what it would lead to.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            negatable = true,
            description = "Watch until every agent is done; so by default at a terminal.")
    private @Nullable Boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description = "How long to watch. Default: 10m.")
    private Duration timeout = Duration.ofMinutes(10);

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /** The command at that terminal. */
    public EvacuateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkTexts();
        Controllers controllers = options.controllers(terminal);
        return dryRun ? predict(controllers) : evacuate(controllers);
    }

    private void checkTexts() {
        try {
            Check.text("--reason", reason, Evacuation.MAX_REASON_CHARACTERS);
            Check.text("--author", author, Evacuation.MAX_AUTHOR_CHARACTERS);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private int predict(Controllers controllers) {
        SortedMap<RegionId, Double> before = utilization(controllers);
        EvacuationView predicted = send(controllers, true);
        if (options.json()) {
            terminal.json(predicted);
        } else {
            terminal.line("Evacuating " + region + " would lead to this:");
            show(before, predicted);
            terminal.line("Nothing was ordered.");
        }
        return ExitCode.DONE;
    }

    private int evacuate(Controllers controllers) {
        boolean asks = terminal.isInteractive() && !yes && !options.json();
        SortedMap<RegionId, Double> before = options.json() ? new TreeMap<>() : utilization(controllers);
        if (asks) {
            terminal.line("Evacuating " + region + " leads to this:");
            show(before, send(controllers, true));
            String answer = terminal.ask("Evacuate " + region + "? [y/N] ").toLowerCase(Locale.ROOT);
            if (!List.of("y", "yes").contains(answer)) {
                terminal.line("Nothing was ordered.");
                return ExitCode.NOT_DONE;
            }
        }
        EvacuationView ordered = send(controllers, false);
        if (!options.json()) {
            if (!asks) {
                show(before, ordered);
            }
            terminal.line(orderedLine(ordered));
        }
        return waits() ? watch(controllers, ordered) : finish(ordered);
    }

    private int finish(EvacuationView ordered) {
        if (options.json()) {
            terminal.json(ordered);
        }
        return ExitCode.DONE;
    }

    private int watch(Controllers controllers, EvacuationView ordered) {
        EvacuationView last = new Convergence(terminal, controllers).await(ordered, timeout);
        boolean converged = last.state() == EvacuationState.CONVERGED;
        if (options.json()) {
            terminal.json(last);
        } else {
            terminal.line(Convergence.sentence(last));
        }
        if (!converged) {
            terminal.notice(
                    last.state() == EvacuationState.ENDED
                            ? "The evacuation was ended before all users were away."
                            : "Not all users are away after " + Durations.write(timeout)
                                    + ". The order stands: look with `drover status`, or end it with `drover restore "
                                    + region + "`.");
        }
        return converged ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private boolean waits() {
        return wait == null ? terminal.isInteractive() && !options.json() : wait;
    }

    private EvacuationView send(Controllers controllers, boolean onlyPredict) {
        if (region == null) {
            throw new UsageException("REGION is missing (expected: the region to evacuate)");
        }
        return controllers.post(Listings.EVACUATIONS_PATH, request(region, onlyPredict), EvacuationView.class);
    }

    private EvacuationRequest request(RegionId from, boolean onlyPredict) {
        try {
            return new EvacuationRequest(from, reason, author, pace, expiresIn, onlyPredict);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is in force; nothing if that is refused, for it must not stand in the way of an evacuation. */
    private static SortedMap<RegionId, Double> utilization(Controllers controllers) {
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        try {
            for (RegionView each : controllers
                    .get(Listings.REGIONS_PATH, Listings.Regions.class)
                    .items()) {
                utilization.put(each.id(), each.plannedUtilization());
            }
        } catch (RefusedException e) {
            utilization.clear();
        }
        return utilization;
    }

    private void show(SortedMap<RegionId, Double> before, EvacuationView view) {
        if (view.prediction() != null) {
            terminal.lines(PredictionPage.render(before, view.prediction(), terminal.look()));
        }
    }

    private String orderedLine(EvacuationView ordered) {
        Evacuation evacuation = ordered.evacuation();
        return "Ordered: " + ordered.state() + ", order " + evacuation.id() + ", expires "
                + Ages.instant(evacuation.expiresAt()) + ".";
    }
}
