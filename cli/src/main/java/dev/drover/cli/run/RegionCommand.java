package dev.drover.cli.run;

import dev.drover.api.fleet.RegionId;
import dev.drover.cli.terminal.LongRunning;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import dev.drover.lab.homepage.Homepage;
import dev.drover.lab.homepage.HomepageConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover region}. */
@Command(name = "region", description = "Runs the lab's homepage of a region, with a capacity and faults to switch.")
public final class RegionCommand implements Callable<Integer>, LongRunning {

    private static final long SEED = 1;

    private final Terminal terminal;

    @Parameters(paramLabel = "REGION", description = "Its name, such as us-east-1.")
    private RegionId region = RegionId.of("region");

    @Option(names = "--capacity", required = true, paramLabel = "RPS", description = "What it can serve, requests/s.")
    private double capacityRps;

    @Mixin
    private Listening listening = new Listening();

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "For users and probes.")
    private int port;

    @Option(
            names = "--control-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where its faults are switched over HTTP, on loopback; any free one if not given.")
    private int controlPort;

    /** The command at that terminal. */
    public RegionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        HomepageConfig config = config(listening.host());
        Listening.requireFree(config.host(), port, "users and probes");
        Listening.requireFree(Listening.LOOPBACK, controlPort, "faults");
        LongRun process = new LongRun(terminal);
        return process.run(Homepage.start(process.vertx(), config)
                .map(homepage -> new LongRun.Started(
                        "region " + region + " serves on http://" + config.host() + ":" + homepage.port()
                                + ", its faults are at http://127.0.0.1:" + homepage.controlPort() + "/faults",
                        homepage::close)));
    }

    private HomepageConfig config(String host) {
        try {
            return new HomepageConfig(region, capacityRps, host, port, controlPort, SEED);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
