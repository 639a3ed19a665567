package dev.drover.lab.demo;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.controller.Controller;
import dev.drover.controller.ControllerConfig;
import dev.drover.controller.loop.LoopSettings.Bootstrap;
import dev.drover.controller.zookeeper.EmbeddedZooKeeper;
import dev.drover.edge.AgentConfig;
import dev.drover.edge.node.EdgeNode;
import dev.drover.edge.node.NodeConfig;
import dev.drover.lab.homepage.Homepage;
import dev.drover.lab.homepage.HomepageConfig;
import dev.drover.lab.link.TcpLink;
import dev.drover.lab.load.Arrivals;
import dev.drover.lab.load.LoadConfig;
import dev.drover.lab.load.LoadGenerator;
import dev.drover.lab.load.LoadSnapshot;
import dev.drover.lab.load.Popularity;
import dev.drover.lab.load.Population;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole world: an embedded ZooKeeper, three controllers, an agent at each edge, a homepage in each region, and load.
 * Between them are real HTTP, WebSockets and the links that scenarios cut.
 */
public final class DemoWorld {

    private static final String HOST = "127.0.0.1";
    private static final int USERS_PER_EDGE = 20_000;
    /** A cold JVM is many times slower than a warm one: the load grows while it warms up. */
    private static final Duration RAMP_UP = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final DemoPorts ports;
    private final DemoShape shape;
    private final Path directory;
    private final String build;
    private final Recorder recorder = new Recorder();
    private final List<Controller.Running> controllers = new ArrayList<>();
    private final List<TcpLink> controllerLinks = new ArrayList<>();
    private final List<TcpLink> zooKeeperLinks = new ArrayList<>();
    private final SortedMap<RegionId, Homepage> regions = new TreeMap<>();
    private final SortedMap<EdgeId, EdgeNode> edges = new TreeMap<>();
    private final List<LoadGenerator> loads = new ArrayList<>();
    private @Nullable EmbeddedZooKeeper zooKeeper;

    /**
     * A world that is still to be started.
     *
     * @param directory for ZooKeeper's data and the agents' state
     */
    public DemoWorld(Vertx vertx, DemoPorts ports, Path directory, String build) {
        this.vertx = vertx;
        this.ports = ports;
        this.shape = DemoShape.on(ports);
        this.directory = directory;
        this.build = build;
    }

    /**
     * Starts everything, step by step.
     *
     * @param progress told what is being started
     * @return completes once every part listens; fails with IllegalStateException naming a port that is taken
     */
    public Future<Void> start(Consumer<String> progress) {
        return vertx.executeBlocking(() -> ports.taken(shape))
                .compose(taken -> taken.isPresent()
                        ? Future.failedFuture(new IllegalStateException(
                                taken.get() + "; stop what listens there, or choose other ports with --base-port"))
                        : Future.succeededFuture())
                .compose(free -> step(progress, "zookeeper", this::startZooKeeper))
                .compose(done -> step(progress, shape.regions().size() + " regions", this::startRegions))
                .compose(done -> step(progress, DemoShape.CONTROLLERS + " controllers", this::startControllers))
                .compose(done -> step(progress, shape.edges().size() + " edges", this::startEdges));
    }

    private static Future<Void> step(Consumer<String> progress, String what, Step step) {
        progress.accept(what);
        return step.run();
    }

    private interface Step {
        Future<Void> run();
    }

    private Future<Void> startZooKeeper() {
        return vertx.executeBlocking(() -> EmbeddedZooKeeper.start(ports.zooKeeper(), directory.resolve("zookeeper")))
                .onSuccess(started -> zooKeeper = started)
                .mapEmpty();
    }

    private Future<Void> startRegions() {
        return inTurn(shape.regions().size(), index -> {
            RegionId region = shape.regions().get(index);
            double capacityRps = shape.capacityRps(region);
            HomepageConfig config =
                    HomepageConfig.of(region, capacityRps).onPorts(ports.region(index), ports.regionControl(index));
            return Homepage.start(vertx, config)
                    .onSuccess(homepage -> regions.put(region, homepage))
                    .mapEmpty();
        });
    }

    private Future<Void> startControllers() {
        return inTurn(DemoShape.CONTROLLERS, index -> TcpLink.start(
                        vertx, HOST, ports.zooKeeperLink(index), HOST, ports.zooKeeper())
                .onSuccess(zooKeeperLinks::add)
                .compose(link -> Controller.start(vertx, controller(index), () -> {}))
                .onSuccess(controllers::add)
                .compose(controller ->
                        TcpLink.start(vertx, HOST, ports.controller(index), HOST, ports.controllerBehind(index)))
                .onSuccess(controllerLinks::add)
                .mapEmpty());
    }

    private ControllerConfig controller(int index) {
        return new ControllerConfig(
                DemoShape.controller(index),
                shape.policy().service(),
                HOST,
                ports.controllerBehind(index),
                HOST + ":" + ports.zooKeeperLink(index),
                "demo",
                SteeringPolicies.write(shape.policy()),
                Bootstrap.AT_ONCE,
                build);
    }

    private Future<Void> startEdges() {
        return inTurn(shape.edges().size(), index -> {
            EdgeId edge = shape.edges().get(index);
            AgentId agent = new AgentId(edge, "1");
            AgentConfig config = new AgentConfig(
                    agent,
                    shape.policy().service(),
                    controllerUrls(),
                    directory.resolve("agent-" + edge),
                    null,
                    build,
                    index);
            return EdgeNode.start(
                            vertx,
                            new NodeConfig(config, HOST, ports.edge(index), ports.edgeAdmin(index)),
                            recorder.of(agent))
                    .onSuccess(node -> edges.put(edge, node))
                    .mapEmpty();
        });
    }

    /** Starts the load of every edge; completes once it has been asked for. */
    public Future<Void> startLoad() {
        return inTurn(shape.edges().size(), index -> LoadGenerator.start(
                        vertx,
                        LoadConfig.of(
                                URI.create("http://" + HOST + ":" + ports.edge(index) + "/"),
                                Arrivals.constant(DemoShape.EDGE_RPS).rampedUpOver(RAMP_UP),
                                new Population(USERS_PER_EDGE, Popularity.UNIFORM, index)))
                .onSuccess(loads::add)
                .mapEmpty());
    }

    /** Sends no more, and waits for what is in flight. */
    public Future<Void> stopLoad() {
        return inTurn(loads.size(), index -> loads.get(index).stop().mapEmpty());
    }

    /** What has become of all requests so far. */
    public LoadSnapshot load() {
        return loads.stream()
                .map(LoadGenerator::snapshot)
                .reduce(LoadSnapshot::plus)
                .orElseThrow();
    }

    /** The load and then everything else, from the users inwards. */
    public Future<Void> stop() {
        return stopLoad()
                .eventually(() ->
                        all(edges.values().stream().map(EdgeNode::shutDown).toList()))
                .eventually(() ->
                        all(controllers.stream().map(Controller.Running::stop).toList()))
                .eventually(
                        () -> all(controllerLinks.stream().map(TcpLink::close).toList()))
                .eventually(
                        () -> all(zooKeeperLinks.stream().map(TcpLink::close).toList()))
                .eventually(
                        () -> all(regions.values().stream().map(Homepage::close).toList()))
                .eventually(this::stopZooKeeper);
    }

    private Future<Void> stopZooKeeper() {
        EmbeddedZooKeeper running = zooKeeper;
        return running == null
                ? Future.succeededFuture()
                : vertx.executeBlocking(() -> {
                    running.close();
                    return null;
                });
    }

    private static Future<Void> all(List<Future<Void>> futures) {
        return Future.join(futures).mapEmpty();
    }

    private interface Indexed {
        Future<Void> start(int index);
    }

    private static Future<Void> inTurn(int count, Indexed step) {
        Future<Void> chain = Future.succeededFuture();
        for (int i = 0; i < count; i++) {
            int index = i;
            chain = chain.compose(done -> step.start(index));
        }
        return chain;
    }

    /** Where controllers answer. */
    public List<URI> controllerUrls() {
        return IntStream.range(0, DemoShape.CONTROLLERS)
                .mapToObj(index -> URI.create("http://" + HOST + ":" + ports.controller(index)))
                .toList();
    }

    /** What it is made of. */
    public DemoShape shape() {
        return shape;
    }

    /** Where it listens. */
    public DemoPorts ports() {
        return ports;
    }

    /** Where the users of an edge arrive. */
    public int edgePort(int index) {
        return ports.edge(index);
    }

    /** Where the faults of a region are switched. */
    public int regionControlPort(int index) {
        return ports.regionControl(index);
    }

    Recorder recorder() {
        return recorder;
    }

    Homepage region(RegionId region) {
        Homepage homepage = regions.get(region);
        if (homepage == null) {
            throw new IllegalArgumentException("region " + region + " (expected: one of " + regions.keySet() + ")");
        }
        return homepage;
    }

    SortedMap<RegionId, Homepage> regions() {
        return regions;
    }

    SortedMap<EdgeId, EdgeNode> edges() {
        return edges;
    }

    TcpLink controllerLink(int index) {
        return controllerLinks.get(index);
    }

    TcpLink zooKeeperLink(int index) {
        return zooKeeperLinks.get(index);
    }
}
