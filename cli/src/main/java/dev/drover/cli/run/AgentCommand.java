package dev.drover.cli.run;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.edge.AgentConfig;
import dev.drover.edge.AgentEvents;
import dev.drover.edge.node.EdgeNode;
import dev.drover.edge.node.NodeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drover agent}. */
@Command(
        name = "agent",
        description = "Runs the agent of an edge: probes, reports, and the proxy that users arrive at.")
public final class AgentCommand implements Callable<Integer>, LongRunning {

    private final Terminal terminal;

    @Option(names = "--id", required = true, paramLabel = "EDGE/INSTANCE", description = "Who it is, such as fra/1.")
    private String id = "";

    @Option(
            names = "--service",
            defaultValue = "homepage",
            paramLabel = "NAME",
            description = "What it steers; homepage if not given.")
    private String service = "homepage";

    @Option(
            names = "--controllers",
            required = true,
            split = ",",
            paramLabel = "URL",
            description = "Every controller, such as http://127.0.0.1:7000,http://127.0.0.1:7001.")
    private List<URI> controllers = List.of();

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIRECTORY",
            description = "Where it keeps what it must not forget; its own.")
    private Path state = Path.of("");

    @Mixin
    private Listening listening = new Listening();

    @Option(
            names = "--port",
            defaultValue = "7200",
            paramLabel = "PORT",
            description = "Where users arrive; 7200 if not given.")
    private int port;

    @Option(
            names = "--admin-port",
            defaultValue = "7210",
            paramLabel = "PORT",
            description = "Health, metrics and status, on loopback; 7210 if not given.")
    private int adminPort;

    @Option(
            names = "--bootstrap-policy",
            paramLabel = "FILE",
            description = "A sealed policy to start from when nothing was kept.")
    private @Nullable Path bootstrapPolicy;

    /** The command at that terminal. */
    public AgentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String host = listening.host();
        NodeConfig config = config(host);
        Listening.requireFree(host, port, "users");
        Listening.requireFree(Listening.LOOPBACK, adminPort, "health, metrics and status");
        LongRun process = new LongRun(terminal);
        return process.run(EdgeNode.start(process.vertx(), config, AgentEvents.NONE)
                .map(node -> new LongRun.Started(
                        "agent " + id + " takes users on http://" + host + ":" + node.proxyPort()
                                + ", its status is at http://127.0.0.1:" + node.adminPort() + "/status",
                        node::shutDown)));
    }

    private NodeConfig config(String host) {
        try {
            AgentConfig agent = new AgentConfig(
                    AgentId.of(id),
                    ServiceId.of(service),
                    controllers,
                    state,
                    bootstrapPolicy,
                    Build.NAME,
                    new SplittableRandom().nextLong());
            return new NodeConfig(agent, host, port, adminPort);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
