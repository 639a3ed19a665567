package dev.drover.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.StatusView;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.client.RefusedException;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.text.Look;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code drover status}. */
@Command(name = "status", description = "Shows regions, edges, and what a person should know.")
public final class StatusCommand implements Callable<Integer> {

    private static final String PATH = "/v1/status";

    private final Terminal terminal;

    @Mixin
    private ClientOptions options = new ClientOptions();

    /** The command at that terminal. */
    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Controllers controllers = options.controllers(terminal);
        if (options.json()) {
            terminal.json(everything(controllers));
        } else {
            show(controllers);
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> everything(Controllers controllers) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", controllers.get(PATH, JsonNode.class));
        all.put("regions", items(controllers, Listings.REGIONS_PATH));
        all.put("edges", items(controllers, Listings.EDGES_PATH));
        all.put("evacuations", items(controllers, Listings.EVACUATIONS_PATH));
        all.put("contingencies", orNull(controllers, Listings.CONTINGENCIES_PATH, JsonNode.class));
        return all;
    }

    private static Object items(Controllers controllers, String path) {
        return controllers.get(path, JsonNode.class).path("items");
    }

    private void show(Controllers controllers) {
        show(controllers, terminal.look(), terminal.now(), terminal::line);
    }

    /**
     * Asks for everything and shows it. The header first: it is most needed when the rest is refused.
     *
     * @param now wall time, for ages
     */
    public static void show(Controllers controllers, Look look, Instant now, Consumer<String> lines) {
        StatusPage page = new StatusPage(look, now);
        StatusView status = controllers.get(PATH, StatusView.class);
        page.header(status, publishedAt(controllers, status)).forEach(lines);
        ContingencyReport report = status.policy() == null
                ? null
                : orNull(controllers, Listings.CONTINGENCIES_PATH, ContingencyReport.class);
        if (report != null) {
            page.contingencies(report).forEach(lines);
        }
        page.notes(status).forEach(lines);
        var regions = controllers.get(Listings.REGIONS_PATH, Listings.Regions.class);
        var evacuations = controllers.get(Listings.EVACUATIONS_PATH, Listings.Evacuations.class);
        lines.accept("");
        page.regions(regions.items(), evacuations.items()).forEach(lines);
        page.evacuations(evacuations.items()).forEach(lines);
        var edges = controllers.get(Listings.EDGES_PATH, Listings.Edges.class);
        lines.accept("");
        page.edges(edges.items()).forEach(lines);
    }

    private static @Nullable Instant publishedAt(Controllers controllers, StatusView status) {
        if (status.policy() == null) {
            return null;
        }
        PublicationView current = orNull(controllers, ExplainCommand.CURRENT_PATH, PublicationView.class);
        return current != null && current.id().equals(status.policy()) ? current.publishedAt() : null;
    }

    /** What a controller does not have, or does not know of, is left out: the rest is worth seeing. */
    private static <T> @Nullable T orNull(Controllers controllers, String path, Class<T> type) {
        try {
            return controllers.get(path, type);
        } catch (RefusedException e) {
            return null;
        }
    }
}
