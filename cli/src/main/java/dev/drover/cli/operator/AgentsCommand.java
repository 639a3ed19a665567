package dev.drover.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code drover agents}. */
@Command(name = "agents", description = "Shows the agents: what each applies, and what its users saw.")
public final class AgentsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ClientOptions options = new ClientOptions();

    /** The command at that terminal. */
    public AgentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Controllers controllers = options.controllers(terminal);
        if (options.json()) {
            terminal.json(controllers.get(Listings.AGENTS_PATH, JsonNode.class).path("items"));
        } else {
            var agents = controllers.get(Listings.AGENTS_PATH, Listings.Agents.class);
            terminal.lines(AgentsPage.render(agents.items(), terminal.look(), terminal.now()));
        }
        return ExitCode.DONE;
    }
}
