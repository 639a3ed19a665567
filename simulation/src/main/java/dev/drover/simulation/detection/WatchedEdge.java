package dev.drover.simulation.detection;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.View;
import dev.drover.edge.AgentCore;
import dev.drover.edge.Effect;
import dev.drover.edge.Now;
import dev.drover.edge.OutgoingRequest;
import dev.drover.edge.adopt.Adoption;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.engine.VirtualTime;

/** An agent's core at an edge, with a world that answers its probes and its users' requests. */
final class WatchedEdge {

    /** There and back between an edge and a controller or region. */
    static final long ROUND_TRIP_NANOS = 50_000_000;

    private static final int USERS = 50_000;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double UNEVEN = 0.1;

    private final VirtualTime time;
    private final Dice dice;
    private final AgentCore core;
    private final EdgeId edge;
    private final Surroundings surroundings;
    private long lostAtNanos = -1;

    /** What the edge sees of the regions, and who hears its reports. */
    interface Surroundings {
        /** What becomes of something sent to a region now. */
        Fate fateOf(RegionId region, EdgeId edge, long timeoutNanos, Dice dice);

        /** A report is on its way. */
        void reported(AgentId agent, Effect.SendReport report);
    }

    /** How something ends: well or not, and when, in ns from its sending. */
    record Fate(boolean ok, long afterNanos) {}

    WatchedEdge(EdgeId edge, VirtualTime time, Dice dice, Surroundings surroundings) {
        this.edge = edge;
        this.time = time;
        this.dice = dice;
        this.surroundings = surroundings;
        core = new AgentCore(agent(), ServiceId.of("homepage"), dice.generator(), time.nanos());
    }

    AgentId agent() {
        return new AgentId(edge, "1");
    }

    EdgeId edge() {
        return edge;
    }

    /** When its view of a region first turned to LOST since it was last asked to forget, in ns; negative if never. */
    long lostAtNanos() {
        return lostAtNanos;
    }

    void forgetLoss() {
        lostAtNanos = -1;
    }

    void start() {
        time.after(dice.nanosBetween(0, AgentCore.TICK.toNanos()), this::tick);
    }

    void offer(SealedPolicy policy) {
        if (core.offered(policy, now()) instanceof Adoption.Refused refused) {
            throw new IllegalStateException("policy refused: " + refused.reason() + " (expected: adopted)");
        }
        carryOut();
    }

    private void tick() {
        core.advance(now());
        carryOut();
        time.after(AgentCore.TICK.toNanos(), this::tick);
    }

    /** Users come at that rate from now on, as evenly as many independent ones do at the scale of a second. */
    void users(double rps) {
        time.after((long) (NANOS_A_SECOND / rps * dice.between(1 - UNEVEN, 1 + UNEVEN)), () -> {
            request();
            users(rps);
        });
    }

    private void request() {
        core.arrived(time.nanos());
        RegionId region =
                core.routeOf("user-" + dice.between(0, USERS)).first().region().orElse(null);
        OutgoingRequest sent = region == null ? null : core.requestSent(region, time.nanos());
        if (sent == null || region == null) {
            core.shed();
            return;
        }
        Fate fate = surroundings.fateOf(
                region, edge, core.requestSettings().firstByteTimeout().toNanos(), dice);
        time.after(fate.afterNanos(), () -> ended(sent, fate.ok()));
    }

    private void ended(OutgoingRequest sent, boolean ok) {
        if (ok) {
            core.requestSucceeded(sent, time.nanos());
        } else {
            core.requestFailed(sent, now());
            carryOut();
        }
    }

    private void carryOut() {
        for (Effect effect : core.takeEffects()) {
            if (effect instanceof Effect.SendProbe probe) {
                probe(probe);
            } else if (effect instanceof Effect.SendReport report) {
                surroundings.reported(agent(), report);
            } else if (effect instanceof Effect.ViewTurned turned && turned.view() == View.LOST && lostAtNanos < 0) {
                lostAtNanos = time.nanos();
            }
        }
    }

    private void probe(Effect.SendProbe probe) {
        Fate fate = surroundings.fateOf(
                probe.region(), edge, probe.order().timeout().toNanos(), dice);
        time.after(fate.afterNanos(), () -> {
            core.probeEnded(probe, fate.ok(), (int) (fate.afterNanos() / 1_000_000), now());
            carryOut();
        });
    }

    private Now now() {
        return new Now(time.nanos(), Node.START.plusNanos(time.nanos()));
    }
}
