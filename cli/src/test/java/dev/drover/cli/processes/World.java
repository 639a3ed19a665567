package dev.drover.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.api.json.Json;
import dev.drover.cli.processes.Processes.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The README's world as separate processes, with two of its edges, short times, and ports that were free. */
final class World implements AutoCloseable {

    static final List<String> CONTROLLERS = List.of("controller-1", "controller-2", "controller-3");
    static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2");
    static final List<String> EDGES = List.of("fra", "iad");

    /** The README's ports of the parts that are here too. */
    private static final Map<Integer, String> DOCUMENTED =
            Map.of(7000, "controller-1", 7001, "controller-2", 7002, "controller-3", 7200, "fra", 7210, adminOf("fra"));

    private static final String LOOPBACK = "http://127.0.0.1:";
    /** Little, for small machines: what is looked at is who serves, not how many. */
    private static final String LOAD_RPS = "20";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path directory;
    private final Processes processes;
    private final Map<String, Integer> ports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Nothing runs yet; files go to that directory. */
    World(Path directory) throws IOException {
        this.directory = directory;
        processes = new Processes(directory);
        ports = freePorts(Stream.of(
                        CONTROLLERS.stream(),
                        REGIONS.stream(),
                        EDGES.stream(),
                        EDGES.stream().map(World::adminOf),
                        Stream.of("zookeeper"))
                .flatMap(names -> names)
                .toList());
        Files.writeString(directory.resolve("policy.yaml"), policy());
    }

    /** In the README's order. */
    void startRegionsAndControllers() {
        CONTROLLERS.forEach(this::startController);
        REGIONS.forEach(this::startRegion);
    }

    void startAgents() {
        EDGES.forEach(this::startAgent);
    }

    void startController(String name) {
        List<String> arguments = new ArrayList<>(List.of("controller", "--id", name, "--port", port(name)));
        arguments.addAll(List.of("--policy", directory.resolve("policy.yaml").toString()));
        if (name.equals(CONTROLLERS.get(0))) {
            arguments.addAll(List.of(
                    "--embedded-zookeeper", directory.resolve("zookeeper").toString()));
            arguments.addAll(List.of("--embedded-zookeeper-port", port("zookeeper"), "--bootstrap"));
        } else {
            arguments.addAll(List.of("--zookeeper", "127.0.0.1:" + port("zookeeper")));
        }
        processes.start(name, arguments);
    }

    void startRegion(String name) {
        processes.start(name, List.of("region", name, "--capacity", "60", "--port", port(name)));
    }

    private void startAgent(String edge) {
        List<String> arguments = new ArrayList<>(List.of("agent", "--id", edge + "/1"));
        arguments.addAll(List.of("--controllers", String.join(",", controllerUrls())));
        arguments.addAll(List.of("--state", directory.resolve(edge).toString()));
        arguments.addAll(List.of("--port", port(edge), "--admin-port", port(adminOf(edge))));
        processes.start(edge, arguments);
    }

    /** Users of an edge, for so long. */
    void startLoad(String edge, Duration duration) {
        processes.start(
                "load-" + edge,
                List.of(
                        "load",
                        LOOPBACK + port(edge) + "/",
                        "--rate",
                        LOAD_RPS,
                        "--duration",
                        duration.toSeconds() + "s",
                        "--output",
                        "json"));
    }

    /** What became of those users' requests, once the load has ended. */
    JsonNode load(String edge) {
        return Json.readTree(processes.end("load-" + edge, 60).out());
    }

    void kill(String name) {
        processes.kill(name);
    }

    /** Runs a command against all controllers. */
    Ended run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--controller", String.join(",", controllerUrls())));
        return processes.run(all, 40);
    }

    /** Whether a region serves. */
    boolean serves(String region) throws IOException, InterruptedException {
        return send(port(region), "/healthz").statusCode() == 200;
    }

    /** Whether an agent would take users. */
    boolean isReady(String edge) throws IOException, InterruptedException {
        return send(port(adminOf(edge)), "/readyz").statusCode() == 200;
    }

    /** What the first controller that answers says. */
    JsonNode ask(String path) throws IOException, InterruptedException {
        IOException last = new IOException("nobody was asked");
        for (String controller : CONTROLLERS) {
            try {
                return Json.readTree(send(port(controller), path).body());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /** What a GET of a path is answered with, at the part that has that port in the README. */
    int statusOf(int documentedPort, String path) throws IOException, InterruptedException {
        String part = DOCUMENTED.get(documentedPort);
        if (part == null) {
            throw new IllegalArgumentException("port " + documentedPort + " (expected: one of " + DOCUMENTED + ")");
        }
        return send(port(part), path).statusCode();
    }

    /** A region as the controllers see it. */
    JsonNode region(String region) throws IOException, InterruptedException {
        for (JsonNode each : ask("/v1/regions").path("items")) {
            if (each.path("id").asText().equals(region)) {
                return each;
            }
        }
        throw new IOException(region + " is not known yet");
    }

    @Override
    public void close() {
        processes.close();
    }

    private java.net.http.HttpResponse<String> send(String port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(LOOPBACK + port + path))
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private List<String> controllerUrls() {
        return CONTROLLERS.stream().map(name -> LOOPBACK + port(name)).toList();
    }

    private String port(String name) {
        return ports.get(name).toString();
    }

    private static String adminOf(String edge) {
        return edge + "-admin";
    }

    /** Patient with regions that answer slowly, for here all share a processor; one that is gone refuses at once. */
    private String policy() {
        return """
            service: homepage
            utilization: {target: 0.65, max: 0.95}
            regions:
              eu-west-1: {capacityRps: 60, origins: ["http://127.0.0.1:%s"]}
              us-east-1: {capacityRps: 60, origins: ["http://127.0.0.1:%s"]}
              us-west-2: {capacityRps: 60, origins: ["http://127.0.0.1:%s"]}
            edges:
              fra: {expectedDemandRps: 20, latencyMs: {eu-west-1: 5, us-east-1: 85, us-west-2: 140}}
              iad: {expectedDemandRps: 20, latencyMs: {us-east-1: 4, us-west-2: 60, eu-west-1: 80}}
            agents:
              probe: {timeout: 5s, confirmTimeout: 5s}
              view: {silentAfter: 5s}
              requests: {connectTimeout: 5s, firstByteTimeout: 10s}
            judge: {downAfter: 3s, cleanAfter: 4s}
            ramp: {returnPercents: [50, 100], returnBake: 2s}
            """
                .formatted(REGIONS.stream().map(this::port).toArray());
    }

    private static Map<String, Integer> freePorts(List<String> names) throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        List<ServerSocket> held = new ArrayList<>();
        for (String name : names) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.put(name, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }
}
