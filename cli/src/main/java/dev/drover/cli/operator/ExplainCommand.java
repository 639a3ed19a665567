package dev.drover.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.slot.SlotTable;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover explain}. */
@Command(name = "explain", description = "Shows why a publication was made, and what an edge does by it.")
public final class ExplainCommand implements Callable<Integer> {

    /** The publication in force. */
    static final String CURRENT_PATH = "/v1/routing-policies/current";

    private static final String PATH = "/v1/routing-policies/";

    private final Terminal terminal;

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "Which publication, 1 or more; the one in force if not given.")
    private @Nullable Long revision;

    @Option(names = "--edge", paramLabel = "EDGE", description = "Also show the slots of that edge.")
    private @Nullable EdgeId edge;

    /** The command at that terminal. */
    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (revision != null && revision < 1) {
            throw new UsageException("REVISION: " + revision + " (expected: 1 or more)");
        }
        Controllers controllers = options.controllers(terminal);
        String path = revision == null ? CURRENT_PATH : PATH + revision;
        if (options.json()) {
            terminal.json(controllers.get(path, JsonNode.class));
            return ExitCode.DONE;
        }
        return explain(controllers.get(path, PublicationView.class));
    }

    private int explain(PublicationView publication) {
        PublicationPage page = new PublicationPage(terminal.look(), terminal.now());
        terminal.lines(page.header(publication));
        Receipt receipt = publication.receipt();
        if (receipt != null) {
            terminal.line("");
            terminal.lines(new ReceiptPage(terminal.look(), publication.publishedAt()).lines(receipt));
        }
        if (edge == null) {
            return ExitCode.DONE;
        }
        SlotTable slots = publication.edges().get(edge);
        if (slots == null) {
            terminal.notice("--edge: '" + edge + "' is not in " + publication.id() + " (expected: one of "
                    + publication.edges().keySet() + ")");
            return ExitCode.NOT_DONE;
        }
        terminal.line("");
        terminal.lines(page.edge(edge, slots));
        return ExitCode.DONE;
    }
}
