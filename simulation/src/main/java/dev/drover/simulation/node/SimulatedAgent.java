package dev.drover.simulation.node;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.edge.AgentCore;
import dev.drover.edge.AgentStatus;
import dev.drover.edge.Effect;
import dev.drover.edge.Now;
import dev.drover.edge.adopt.Adoption;
import dev.drover.edge.lastknown.Remembered;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.History;
import dev.drover.simulation.network.Network;
import dev.drover.simulation.region.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agent: production's core in a shell of virtual time that carries its effects out. */
public final class SimulatedAgent {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final List<String> ACCEPTS = List.of("v1");

    private final AgentId id;
    private final Node node;
    private final Surroundings around;
    private final Dice dice;
    private final AgentDisk disk;
    private final Origins origins;
    private Dialect dialect = Dialect.VALUES;
    private Liar liar = Liar.HONEST;
    private @Nullable Running running;

    /**
     * What an agent lives in.
     *
     * @param service what is steered
     * @param tick how often the core is advanced
     * @param controllers that it calls
     * @param readings of what they say
     */
    public record Surroundings(
            ServiceId service,
            Duration tick,
            Network network,
            History history,
            List<SimulatedController> controllers,
            Readings readings) {

        /** With readings of its own. */
        public Surroundings(
                ServiceId service,
                Duration tick,
                Network network,
                History history,
                List<SimulatedController> controllers) {
            this(service, tick, network, history, controllers, new Readings());
        }
    }

    /** What lives from boot to crash. */
    private record Running(AgentCore core, List<ControllerCall> calls, Users users) {}

    /** An agent that is off. */
    public SimulatedAgent(AgentId id, Node node, Surroundings around, Origins origins, Dice dice) {
        this.id = id;
        this.node = node;
        this.around = around;
        this.origins = origins;
        this.dice = dice;
        this.disk = new AgentDisk(node, dice.of("disk"));
    }

    /** Who it is. */
    public AgentId id() {
        return id;
    }

    /** Its process. */
    public Node node() {
        return node;
    }

    /** Its disk. */
    public AgentDisk disk() {
        return disk;
    }

    /** From now on it speaks like that. */
    public void speak(Dialect newDialect) {
        dialect = newDialect;
    }

    /** From now on it lies like that. */
    public void lie(Liar how) {
        liar = how;
    }

    /** Starts its process: from its disk, before any controller answers. */
    public void boot() {
        node.start();
        AgentCore core = new AgentCore(
                id, around.service(), dice.of("core" + node.boot()).generator(), node.nanos());
        ControllerCall.Tools tools = new ControllerCall.Tools(around.readings(), dice);
        List<ControllerCall> calls = around.controllers().stream()
                .map(controller -> new ControllerCall(around.network(), node, controller, new Owner(), tools))
                .toList();
        Users users = new Users(core, node, origins, dice.of("users"), new Users.Ears() {
            @Override
            public void settled() {
                carryOut();
            }

            @Override
            public void failed(RegionId region) {
                around.history().tell(new Fact.RegionFailed(id, region));
            }
        });
        running = new Running(core, calls, users);
        revive(core);
        calls.forEach(ControllerCall::start);
        tick();
        second();
        users.start();
    }

    private void revive(AgentCore core) {
        Remembered remembered = disk.load();
        if (remembered.applied() != null) {
            core.remember(remembered.applied());
        }
        int from = 0;
        for (int i = 0; i < remembered.policies().size() && from == 0; i++) {
            from = core.revive(remembered.policies().get(i), now()) instanceof Adoption.Adopted ? i + 1 : 0;
        }
        SealedPolicy bootstrap = remembered.bootstrap();
        if (from == 0 && bootstrap != null && core.bootstrap(bootstrap, now()) instanceof Adoption.Refused refused) {
            around.history().tell(new Fact.Refused(id, refused.policy(), refused.reason()));
        }
        around.history().tell(new Fact.AgentStarted(id, bootId(), from, remembered.applied()));
    }

    private String bootId() {
        return node.name() + "." + node.boot();
    }

    private Now now() {
        return new Now(node.nanos(), node.wall());
    }

    private void tick() {
        Running now = running;
        if (now != null) {
            now.core.advance(now());
            carryOut();
            node.after(around.tick(), this::tick);
        }
    }

    private void second() {
        Running now = running;
        if (now != null) {
            now.calls.forEach(ControllerCall::second);
            node.after(Duration.ofSeconds(1), this::second);
        }
    }

    private void carryOut() {
        Running now = running;
        if (now != null) {
            now.core.takeEffects().forEach(effect -> carryOut(effect, now));
        }
    }

    private void carryOut(Effect effect, Running now) {
        if (effect instanceof Effect.SendProbe probe) {
            sendProbe(probe, now.core);
        } else if (effect instanceof Effect.SendReport report) {
            AgentMessage.Report told = liar.told(report.report());
            around.history().tell(new Fact.Reported(id, bootId(), told));
            sendAll(told, now);
        } else if (effect instanceof Effect.PolicyApplied applied) {
            sendAll(new AgentMessage.Applied(applied.policy()), now);
            disk.applied(applied.policy());
        } else if (effect instanceof Effect.KeepGood good) {
            disk.keep(good.policy());
        } else if (effect instanceof Effect.ViewTurned turned) {
            around.history().tell(new Fact.ViewTurned(id, turned.region(), turned.view(), turned.evidence()));
        } else if (effect instanceof Effect.OverlayTurned turned) {
            around.history().tell(new Fact.OverlayTurned(id, turned.overlay(), turned.why()));
        }
    }

    private void sendAll(AgentMessage message, Running now) {
        now.calls.forEach(call -> call.say(dialect, message, dice));
    }

    private void sendProbe(Effect.SendProbe probe, AgentCore core) {
        Answer answer = origins.probe(probe.region());
        long timeoutNanos = probe.order().timeout().toNanos();
        long lasts = Math.min(timeoutNanos, origins.lastsNanos(probe.region(), answer));
        boolean ok = answer.kind() == Answer.Kind.SERVED && lasts < timeoutNanos;
        if (!ok) {
            around.history().tell(new Fact.RegionFailed(id, probe.region()));
        }
        node.afterNanos(lasts, () -> {
            core.probeEnded(probe, ok, (int) (lasts / NANOS_PER_MILLI), now());
            carryOut();
        });
    }

    /** What sessions ask of the agent. */
    private final class Owner implements ControllerCall.Owner {

        @Override
        public AgentMessage.Hello hello() {
            return new AgentMessage.Hello(
                    id, bootId(), "simulated", ACCEPTS, running == null ? null : running.core.applied());
        }

        @Override
        public void upChanged() {
            Running now = running;
            if (now != null) {
                now.core.sessions(
                        (int) now.calls.stream().filter(ControllerCall::isUp).count(), now());
                carryOut();
            }
        }

        @Override
        public void sent(AgentMessage.Report report, Wire wire) {
            wire.whenHeard(() -> around.history().tell(new Fact.Heard(wire.controllerName(), id, report)));
        }

        @Override
        public void offered(ControllerCall call, ControllerMessage.Policy policy) {
            Running now = running;
            if (now == null) {
                return;
            }
            Adoption adoption = now.core.offered(policy.policy(), now());
            if (adoption instanceof Adoption.Adopted adopted) {
                around.history().tell(new Fact.Applied(id, adopted.policy()));
            } else if (adoption instanceof Adoption.Refused refused) {
                around.history().tell(new Fact.Refused(id, refused.policy(), refused.reason()));
                call.say(dialect, new AgentMessage.Refused(refused.policy(), refused.reason()), dice);
            } else if (adoption instanceof Adoption.Ignored ignored) {
                call.say(dialect, new AgentMessage.Applied(ignored.policy()), dice);
            }
            carryOut();
        }
    }

    /** Ends its process without a word. */
    public void crash() {
        Running now = running;
        running = null;
        if (now != null) {
            now.calls.forEach(ControllerCall::dropped);
        }
        node.crash();
    }

    /** The agent at a glance; nothing while it is off. */
    public Optional<AgentStatus> status() {
        return Optional.ofNullable(running).map(now -> now.core.status());
    }

    /** How its users fared since its boot. */
    public Optional<Users.Fortune> users() {
        return Optional.ofNullable(running).map(now -> now.users.fortune());
    }
}
