package dev.drover.cli.operator;

import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.settings.Check;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover restore}. */
@Command(name = "restore", description = "Ends an evacuation: the region's users return by the ramp.")
public final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Parameters(paramLabel = "REGION|ORDER", description = "The region that is evacuated, or the id of the order.")
    private @Nullable OrderId target;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who asks. Default: the name of the user, ${DEFAULT-VALUE}.")
    private String author = "";

    /** The command at that terminal. */
    public RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            Check.text("--author", author, Evacuation.MAX_AUTHOR_CHARACTERS);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        Controllers controllers = options.controllers(terminal);
        List<EvacuationView> active =
                controllers.get(Listings.EVACUATIONS_PATH, Listings.Evacuations.class).items().stream()
                        .filter(StatusPage::isActive)
                        .toList();
        List<EvacuationView> meant = active.stream().filter(this::isMeant).toList();
        if (meant.size() != 1) {
            terminal.notice(meant.isEmpty() ? nothingToRestore(active) : severalToRestore(meant));
            return ExitCode.NOT_DONE;
        }
        restore(controllers, meant.get(0).evacuation());
        return ExitCode.DONE;
    }

    /** A region's name has the form of an order's id, so that one argument serves for both. */
    private boolean isMeant(EvacuationView view) {
        String wanted = String.valueOf(target);
        return view.evacuation().id().value().equals(wanted)
                || view.evacuation().region().value().equals(wanted);
    }

    private void restore(Controllers controllers, Evacuation evacuation) {
        EvacuationView restored = controllers.post(
                Listings.EVACUATIONS_PATH + "/" + evacuation.id() + "/restore",
                new RestoreRequest(author),
                EvacuationView.class);
        if (options.json()) {
            terminal.json(restored);
        } else {
            terminal.line("Restored: the evacuation of " + evacuation.region() + " (order " + evacuation.id()
                    + ") is over; its users return by the ramp.");
        }
    }

    private String nothingToRestore(List<EvacuationView> active) {
        return "No evacuation to restore: '" + target + "' (expected: "
                + (active.isEmpty()
                        ? "an evacuated region or the id of an evacuation, and there is none now"
                        : "one of " + names(active))
                + ").";
    }

    private String severalToRestore(List<EvacuationView> meant) {
        return "Several evacuations of '" + target + "' hold: name the order to end (expected: one of " + names(meant)
                + ").";
    }

    private static String names(List<EvacuationView> views) {
        return String.join(
                ", ",
                views.stream()
                        .map(view -> view.evacuation().region() + " (order "
                                + view.evacuation().id() + ")")
                        .toList());
    }
}
