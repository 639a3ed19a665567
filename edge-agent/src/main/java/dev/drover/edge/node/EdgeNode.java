package dev.drover.edge.node;

import dev.drover.edge.Agent;
import dev.drover.edge.AgentEvents;
import dev.drover.edge.AgentPorts;
import dev.drover.edge.AgentStatus;
import dev.drover.edge.admin.AdminServer;
import dev.drover.edge.probe.http.HttpProber;
import dev.drover.edge.proxy.EdgeProxy;
import dev.drover.edge.proxy.ShedPage;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** An agent as it is deployed. */
public final class EdgeNode extends VerticleBase {

    private final NodeConfig config;
    private final AgentEvents events;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private @Nullable Parts parts;
    private int proxyPort;
    private int adminPort;

    private record Parts(HttpProber prober, Agent agent, EdgeProxy proxy, AdminServer admin) {}

    private EdgeNode(NodeConfig config, AgentEvents events) {
        this.config = config;
        this.events = events;
    }

    /** Starts an agent; completes once users can arrive, and fails if a port is taken. */
    public static Future<EdgeNode> start(Vertx vertx, NodeConfig config, AgentEvents events) {
        EdgeNode node = new EdgeNode(config, events);
        return vertx.deployVerticle(node).map(deployment -> node);
    }

    @Override
    public Future<?> start() {
        HttpProber prober = new HttpProber(vertx);
        Agent agent =
                new Agent(vertx, config.agent(), AgentPorts.real(vertx, config.agent(), prober, registry, events));
        EdgeProxy proxy = new EdgeProxy(agent.context(), agent.steering(), ShedPage.PLAIN, registry);
        AdminServer admin = new AdminServer(vertx, config.adminPort(), agent::status, registry::scrape);
        parts = new Parts(prober, agent, proxy, admin);
        return agent.start()
                .compose(started -> proxy.listen(config.proxyHost(), config.proxyPort()))
                .onSuccess(port -> proxyPort = port)
                .compose(listening -> admin.start())
                .onSuccess(port -> adminPort = port);
    }

    /** Where users arrive. */
    public int proxyPort() {
        return proxyPort;
    }

    /** Where people and monitoring look. */
    public int adminPort() {
        return adminPort;
    }

    /** The agent at a glance; from any thread. */
    public AgentStatus status() {
        if (parts == null) {
            throw new IllegalStateException("the agent has not been started");
        }
        return parts.agent().status();
    }

    /** Lets requests in flight end, then ends the sessions and everything else. */
    public Future<Void> shutDown() {
        return vertx.undeploy(deploymentID());
    }

    @Override
    public Future<?> stop() {
        Parts open = parts;
        return open == null
                ? Future.succeededFuture()
                : open.proxy()
                        .close()
                        .eventually(() -> open.admin().stop())
                        .eventually(() -> open.agent().stop())
                        .eventually(() -> open.prober().close());
    }
}
