package dev.drover.edge;

import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.edge.adopt.Adoption;
import dev.drover.edge.lastknown.Remembered;
import dev.drover.edge.probe.ProbeResult;
import dev.drover.edge.route.Steering;
import dev.drover.edge.session.ControllerSessions;
import dev.drover.edge.session.SessionListener;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent at an edge: the shell that gives {@link AgentCore} its clock, disk, probes and controllers.
 *
 * <p>It lives on one event loop, {@link #context}; whoever uses {@link #steering} must be on it. It starts from what was
 * kept before any controller answers, and goes on for ever without one.
 */
public final class Agent {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    /** A disk that takes longer than that to say what was kept is not waited for. */
    private static final long LOAD_SECONDS = 5;

    private static final List<String> ACCEPTS = List.of("v1");

    private final Vertx vertx;
    private final Context context;
    private final AgentConfig config;
    private final AgentPorts ports;
    private final AgentCore core;
    private final AgentMeters meters;
    private final AgentSteering steering;
    private final ControllerSessions sessions;
    private final String bootId = UUID.randomUUID().toString();
    private volatile AgentStatus status;
    private long timer = -1;

    /** An agent that is still to be started; it takes the context of the caller, or a new event loop if there is none. */
    public Agent(Vertx vertx, AgentConfig config, AgentPorts ports) {
        this.vertx = vertx;
        this.config = config;
        this.ports = ports;
        context = vertx.getOrCreateContext();
        SplittableRandom random = new SplittableRandom(config.seed());
        core = new AgentCore(
                config.agent(),
                config.service(),
                random.split(),
                ports.clock().nanos().getAsLong());
        status = core.status();
        meters = new AgentMeters(ports.registry(), this::status);
        steering = new AgentSteering(core, ports.clock(), meters, ports.events(), this::carryOut);
        sessions =
                new ControllerSessions(vertx, config.controllers(), random.split(), new Listener(), ports.registry());
    }

    /** The event loop on which it lives, and on which its proxy must be. */
    public Context context() {
        return context;
    }

    /** What the proxy asks and tells; to be used on {@link #context} only. */
    public Steering steering() {
        return steering;
    }

    /** The agent at a glance, as of its last change; from any thread. */
    public AgentStatus status() {
        return status;
    }

    /** Starts from what was kept, then calls the controllers; succeeds once it has looked at what was kept. */
    public Future<Void> start() {
        Promise<Void> started = Promise.promise();
        context.runOnContext(none -> ports.lastKnownGood()
                .load()
                .timeout(LOAD_SECONDS, TimeUnit.SECONDS)
                .otherwise(this::forgotten)
                .map(this::begin)
                .<Void>mapEmpty()
                .onComplete(started));
        return started.future();
    }

    private Remembered forgotten(Throwable fault) {
        diskFault("what was kept cannot be read: " + fault);
        return Remembered.NOTHING;
    }

    private AgentStatus begin(Remembered remembered) {
        remembered.faults().forEach(this::diskFault);
        revive(remembered);
        sessions.start();
        timer = vertx.setPeriodic(AgentCore.TICK.toMillis(), id -> tick());
        carryOut();
        refreshStatus();
        LOG.atInfo()
                .addKeyValue("agent", config.agent())
                .addKeyValue("policy", status.policy())
                .addKeyValue("controllers", config.controllers())
                .log("agent started");
        return status;
    }

    private void revive(Remembered remembered) {
        Now now = ports.clock().now();
        if (remembered.applied() != null) {
            core.remember(remembered.applied());
        }
        for (SealedPolicy kept : remembered.policies()) {
            if (!core.isReady() && core.revive(kept, now) instanceof Adoption.Refused refused) {
                diskFault("last known good refused: " + refused.reason());
            }
        }
        SealedPolicy bootstrap = remembered.bootstrap();
        if (!core.isReady()
                && bootstrap != null
                && core.bootstrap(bootstrap, now) instanceof Adoption.Refused refused) {
            diskFault("bootstrap policy refused: " + refused.reason());
        }
    }

    private void tick() {
        core.advance(ports.clock().now());
        carryOut();
    }

    /** Does what the core concluded, until it concludes nothing more. */
    private void carryOut() {
        List<Effect> effects = core.takeEffects();
        effects.forEach(this::carryOut);
        if (!effects.isEmpty()) {
            refreshStatus();
        }
    }

    private void refreshStatus() {
        AgentStatus before = status;
        AgentStatus after = core.status();
        status = after;
        if (!before.views().keySet().equals(after.views().keySet())) {
            meters.keepOnly(after.views());
        }
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.SendProbe probe) {
            sendProbe(probe);
        } else if (effect instanceof Effect.SendReport report) {
            sessions.sendAll(report.report());
        } else if (effect instanceof Effect.PolicyApplied applied) {
            tellApplied(applied);
        } else if (effect instanceof Effect.KeepGood good) {
            ports.lastKnownGood().keep(good.id(), good.policy()).onFailure(e -> diskFault("policy not kept: " + e));
        } else if (effect instanceof Effect.ViewTurned turned) {
            tellView(turned);
        } else if (effect instanceof Effect.OverlayTurned turned) {
            tellOverlay(turned);
        } else if (effect instanceof Effect.StaleTurned turned) {
            LOG.atWarn().addKeyValue("stale", turned.stale()).log("staleness turned");
        } else {
            throw new AssertionError(effect);
        }
    }

    private void sendProbe(Effect.SendProbe probe) {
        ports.prober()
                .probe(
                        probe.region(),
                        probe.origins(),
                        probe.settings(),
                        probe.order().timeout())
                .otherwise(e -> new ProbeResult(false, 0, String.valueOf(e.getMessage())))
                .onSuccess(result -> probed(probe, result));
    }

    private void probed(Effect.SendProbe probe, ProbeResult result) {
        meters.probe(probe.region(), result.ok());
        core.probeEnded(
                probe, result.ok(), result.latencyMillis(), ports.clock().now());
        carryOut();
    }

    private void tellApplied(Effect.PolicyApplied applied) {
        meters.adopted.increment();
        sessions.sendAll(new AgentMessage.Applied(applied.policy()));
        ports.lastKnownGood().applied(applied.policy()).onFailure(e -> diskFault("applied not kept: " + e));
        ports.events().onPolicyApplied(applied.policy());
        LOG.atInfo().addKeyValue("policy", applied.policy()).log("policy applied");
    }

    private void tellView(Effect.ViewTurned turned) {
        meters.view(turned.region(), turned.view());
        ports.events().onView(turned.region(), turned.view(), turned.evidence());
        LOG.atInfo()
                .addKeyValue("region", turned.region())
                .addKeyValue("view", turned.view())
                .addKeyValue("evidence", turned.evidence())
                .log("view turned");
    }

    private void tellOverlay(Effect.OverlayTurned turned) {
        if (turned.overlay() != null) {
            meters.overlays.increment();
        }
        ports.events().onOverlay(turned.overlay());
        LOG.atWarn()
                .addKeyValue("overlay", turned.overlay())
                .addKeyValue("endedBecause", turned.why())
                .log("overlay turned");
    }

    private void diskFault(String fault) {
        meters.diskFaults.increment();
        ports.events().onDiskFault(fault);
        LOG.atError().addKeyValue("fault", fault).log("disk fault");
    }

    /** Ends all sessions and probes no more; the steering goes on as it was. */
    public Future<Void> stop() {
        Promise<Void> stopped = Promise.promise();
        context.runOnContext(none -> {
            vertx.cancelTimer(timer);
            sessions.stop().onComplete(stopped);
        });
        return stopped.future();
    }

    /** What sessions ask of the agent. */
    private final class Listener implements SessionListener {

        @Override
        public AgentMessage.Hello hello() {
            return new AgentMessage.Hello(config.agent(), bootId, config.build(), ACCEPTS, core.applied());
        }

        @Override
        public void sessions(int up) {
            core.sessions(up, ports.clock().now());
            carryOut();
            refreshStatus();
            ports.events().onSessions(up);
        }

        @Override
        public Optional<AgentMessage> policy(URI controller, SealedPolicy policy) {
            Adoption adoption = core.offered(policy, ports.clock().now());
            carryOut();
            if (adoption instanceof Adoption.Refused refused) {
                return Optional.of(refused(controller, refused));
            }
            if (adoption instanceof Adoption.Ignored ignored) {
                meters.ignored.increment();
                return Optional.of(new AgentMessage.Applied(ignored.policy()));
            }
            return Optional.empty();
        }

        private AgentMessage refused(URI controller, Adoption.Refused refused) {
            meters.refused.increment();
            ports.events().onPolicyRefused(refused.policy(), refused.reason());
            LOG.atInfo()
                    .addKeyValue("controller", controller)
                    .addKeyValue("policy", refused.policy())
                    .addKeyValue("reason", refused.reason())
                    .log("policy refused");
            return new AgentMessage.Refused(refused.policy(), refused.reason());
        }
    }
}
