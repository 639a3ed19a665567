package dev.drover.cli.run;

import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.controller.Controller;
import dev.drover.controller.ControllerConfig;
import dev.drover.controller.loop.LoopSettings.Bootstrap;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drover controller}. */
@Command(name = "controller", description = "Runs a controller: one of those that elect a leader and steer.")
public final class ControllerCommand implements Callable<Integer>, LongRunning {

    private static final int EX_SOFTWARE = 70;

    private final Terminal terminal;

    @Option(
            names = "--id",
            required = true,
            paramLabel = "NAME",
            description = "What it is called; no other one may be.")
    private String id = "";

    @Mixin
    private Listening listening = new Listening();

    @Option(
            names = "--port",
            defaultValue = "7000",
            paramLabel = "PORT",
            description = "Where agents and operators reach it; 7000 if not given.")
    private int port;

    @ArgGroup(multiplicity = "1")
    private Ensemble ensemble = new Ensemble();

    static final class Ensemble {
        @Option(names = "--zookeeper", paramLabel = "HOST:PORT,...", description = "The ensemble that remembers.")
        private @Nullable String servers;

        @Option(
                names = "--embedded-zookeeper",
                paramLabel = "DIRECTORY",
                description = "For one machine: a ZooKeeper server in this process, with its data there.")
        private @Nullable Path directory;
    }

    @Option(
            names = "--embedded-zookeeper-port",
            defaultValue = "7030",
            paramLabel = "PORT",
            description = "Where the embedded server listens on loopback; 7030 if not given.")
    private int embeddedPort;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "The steering policy for a store that has none yet.")
    private Path policy = Path.of("");

    @Option(
            names = "--cluster",
            defaultValue = "main",
            paramLabel = "NAME",
            description = "Under which name the cluster lies in ZooKeeper; main if not given.")
    private String cluster = "main";

    @Option(
            names = "--bootstrap",
            description =
                    "Publish into an empty store at once, instead of after 10 s in which no agent names a cluster.")
    private boolean bootstrap;

    /** The command at that terminal. */
    public ControllerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SteeringPolicy first = read(policy);
        String host = listening.host();
        Listening.requireFree(host, port, "agents and operators");
        if (ensemble.directory != null) {
            Listening.requireFree(Listening.LOOPBACK, embeddedPort, "embedded zookeeper");
        }
        LongRun process = new LongRun(terminal);
        return process.run(process.vertx()
                .executeBlocking(this::zooKeeper)
                .compose(servers ->
                        Controller.start(process.vertx(), config(host, servers, first), () -> Runtime.getRuntime()
                                .halt(EX_SOFTWARE)))
                .map(running -> new LongRun.Started(
                        "controller " + id + " listens on http://" + host + ":" + running.port(), running::stop)));
    }

    private String zooKeeper() {
        Path directory = ensemble.directory;
        if (directory == null) {
            return String.valueOf(ensemble.servers);
        }
        try {
            return EmbeddedZooKeeper.start(embeddedPort, directory).servers();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("--embedded-zookeeper " + directory + ": " + LongRun.reason(e), e);
        }
    }

    private ControllerConfig config(String host, String servers, SteeringPolicy first) {
        return new ControllerConfig(
                id,
                first.service(),
                host,
                port,
                servers,
                cluster,
                SteeringPolicies.write(first),
                bootstrap ? Bootstrap.AT_ONCE : Bootstrap.WHEN_NOBODY_KNOWS_BETTER,
                Build.NAME);
    }

    private static SteeringPolicy read(Path file) {
        try {
            return SteeringPolicies.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UsageException("--policy " + file + " cannot be read (expected: a YAML file)", e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
