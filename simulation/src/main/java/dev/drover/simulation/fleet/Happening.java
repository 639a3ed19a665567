package dev.drover.simulation.fleet;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.controller.store.memory.MemoryCluster;
import dev.drover.simulation.ensemble.Ensemble;
import dev.drover.simulation.node.Dialect;
import dev.drover.simulation.node.Liar;
import dev.drover.simulation.node.SimulatedAgent;
import dev.drover.simulation.node.SimulatedController;
import dev.drover.simulation.region.RegionFault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Something that happens to a fleet.
 *
 * @param what in words
 * @param effect what it does
 */
public record Happening(String what, Consumer<SimulatedFleet> effect) {

    /** A region has that fault from now on, in place of any other. */
    public static Happening region(RegionId region, RegionFault fault) {
        return new Happening(
                "region " + region + ": " + fault, fleet -> fleet.region(region).set(fault));
    }

    /** The agents of an edge do not reach a region any more, or do again. */
    public static Happening reach(EdgeId edge, RegionId region, Reach reach) {
        return new Happening(
                edge + (reach == Reach.CUT ? " does not reach " : " reaches ") + region,
                fleet -> fleet.agents().stream()
                        .filter(agent -> agent.id().edge().equals(edge))
                        .forEach(agent -> {
                            if (reach == Reach.CUT) {
                                fleet.network().block(agent.id().toString(), region.value());
                            } else {
                                fleet.network().heal(agent.id().toString(), region.value());
                            }
                        }));
    }

    /** Whether something gets through. */
    public enum Reach {
        /** It does not. */
        CUT,
        /** It does. */
        WHOLE
    }

    /** The agents of an edge lie from now on. */
    public static Happening edgeLies(EdgeId edge, Liar how) {
        return new Happening("the agents of " + edge + ": " + how, fleet -> fleet.agents().stream()
                .filter(agent -> agent.id().edge().equals(edge))
                .forEach(agent -> agent.lie(how)));
    }

    /** Other demand from now on. */
    public static Happening demand(String what, Demand demand) {
        return new Happening("demand: " + what, fleet -> fleet.setDemand(demand));
    }

    /** An operator orders an evacuation at that controller. */
    public static Happening evacuate(int controller, RegionId region, Pace pace, Duration expiresIn) {
        return new Happening(
                "order at c" + (controller + 1) + ": evacuate " + region + ", " + pace,
                fleet -> fleet.evacuate(fleet.controllers().get(controller), region, pace, expiresIn));
    }

    /** An operator restores what he had evacuated, at that controller. */
    public static Happening restoreAll(int controller) {
        return new Happening(
                "order at c" + (controller + 1) + ": restore all",
                fleet -> fleet.restoreAll(fleet.controllers().get(controller)));
    }

    /** A controller's process dies, and is started again after that time. */
    public static Happening crash(int controller, Duration down) {
        return new Happening("c" + (controller + 1) + " crashes for " + down.toSeconds() + " s", fleet -> {
            SimulatedController crashing = fleet.controllers().get(controller);
            if (crashing.node().isUp()) {
                crashing.crash();
                fleet.time().after(down.toNanos(), () -> bootIfOff(crashing));
            }
        });
    }

    /** A controller is restarted as it should be. */
    public static Happening restart(int controller, Duration down) {
        return new Happening("c" + (controller + 1) + " restarts", fleet -> {
            SimulatedController restarting = fleet.controllers().get(controller);
            restarting.stop();
            fleet.time().after(down.toNanos() + Duration.ofSeconds(1).toNanos(), () -> bootIfOff(restarting));
        });
    }

    private static void bootIfOff(SimulatedController controller) {
        if (!controller.node().isUp()) {
            controller.boot();
        }
    }

    /** Whoever leads at that moment stands still for that time. */
    public static Happening pauseLeader(Duration forHowLong) {
        return new Happening("the leader stands still for " + forHowLong.toMillis() + " ms", fleet -> fleet.leader()
                .ifPresent(leader -> {
                    leader.node().pause();
                    fleet.time().after(forHowLong.toNanos(), () -> leader.node().resume());
                }));
    }

    /** Whoever leads at that moment dies, and is started again after that time. */
    public static Happening crashLeader(Duration down) {
        return new Happening("the leader crashes", fleet -> fleet.leader().ifPresent(leader -> {
            leader.crash();
            fleet.time().after(down.toNanos(), () -> bootIfOff(leader));
        }));
    }

    /** Nothing gets through between a controller and the store, in one direction or both, for that time. */
    public static Happening cutFromStore(int controller, Way way, Duration forHowLong) {
        String name = "c" + (controller + 1);
        return new Happening(
                name + " is cut off from the store (" + way + ") for " + forHowLong.toMillis() + " ms", fleet -> {
                    if (way != Way.DOWN) {
                        fleet.network().block(name, Ensemble.NAME);
                    }
                    if (way != Way.UP) {
                        fleet.network().block(Ensemble.NAME, name);
                    }
                    fleet.time()
                            .after(forHowLong.toNanos(), () -> fleet.network().heal(name, Ensemble.NAME));
                });
    }

    /** In which direction nothing gets through. */
    public enum Way {
        /** What is said to it. */
        UP,
        /** What it answers. */
        DOWN,
        /** Both. */
        BOTH
    }

    /** A controller and an agent do not reach each other for that time. */
    public static Happening cut(int controller, SimulatedAgent agent, Duration forHowLong) {
        String one = "c" + (controller + 1);
        String other = agent.id().toString();
        return new Happening(one + " and " + other + " are cut apart for " + forHowLong.toMillis() + " ms", fleet -> {
            fleet.network().cut(one, other);
            fleet.time().after(forHowLong.toNanos(), () -> fleet.network().heal(one, other));
        });
    }

    /** A controller's connection to the store is reset. */
    public static Happening resetStoreConnection(int controller) {
        return new Happening("c" + (controller + 1) + "'s store connection is reset", fleet -> fleet.controllers()
                .get(controller)
                .connection()
                .ifPresent(connection -> connection.breakDown()));
    }

    /** The answers of the store are lost though connections stand, for that time. */
    public static Happening storeLosesAnswers(double part, Duration forHowLong) {
        return new Happening("the store loses " + Math.round(part * 100) + " % of its answers", fleet -> {
            fleet.controllers()
                    .forEach(controller ->
                            controller.connection().ifPresent(connection -> connection.loseAnswers(part)));
            fleet.time().after(forHowLong.toNanos(), () -> fleet.controllers()
                    .forEach(controller -> controller.connection().ifPresent(connection -> connection.loseAnswers(0))));
        });
    }

    /** The store has no quorum for that time. */
    public static Happening storeWithoutQuorum(Duration forHowLong) {
        return new Happening("the store has no quorum for " + forHowLong.toMillis() + " ms", fleet -> {
            fleet.ensemble().setQuorum(false);
            fleet.time().after(forHowLong.toNanos(), () -> fleet.ensemble().setQuorum(true));
        });
    }

    /** Each call to the store takes that long, for that time. */
    public static Happening slowStore(Duration perCall, Duration forHowLong) {
        return new Happening("each call to the store takes " + perCall.toMillis() + " ms", fleet -> {
            fleet.ensemble().setSlow(perCall);
            fleet.time().after(forHowLong.toNanos(), () -> fleet.ensemble().setSlow(Duration.ZERO));
        });
    }

    /** The election tells somebody that he is elected who is not first in line. */
    public static Happening electAnother() {
        return new Happening(
                "the election elects another, too", fleet -> fleet.ensemble().electAnother());
    }

    /** The store is emptied, and set right by a person after that time. */
    public static Happening wipeStore(Duration forHowLong) {
        return new Happening("the store is wiped", fleet -> {
            MemoryCluster right = fleet.ensemble().snapshot();
            fleet.ensemble().wipe();
            fleet.time().after(forHowLong.toNanos(), () -> setRight(fleet, right));
        });
    }

    /** The store goes back to what it held so long ago, and is set right by a person after that time. */
    public static Happening oldStore(AtomicReference<MemoryCluster> old, Duration forHowLong) {
        return new Happening("the store goes back to an old snapshot", fleet -> {
            MemoryCluster right = fleet.ensemble().snapshot();
            MemoryCluster before = old.get();
            if (before != null) {
                fleet.ensemble().restore(before);
                fleet.time().after(forHowLong.toNanos(), () -> setRight(fleet, right));
            }
        });
    }

    /** Nobody replaces a store that is in use: only one in which nothing was begun anew. */
    private static void setRight(SimulatedFleet fleet, MemoryCluster right) {
        if (fleet.leader().isEmpty()) {
            fleet.ensemble().restore(right);
        }
    }

    /** An agent's process dies, and is started again after that time. */
    public static Happening crashAgent(SimulatedAgent agent, Duration down) {
        return new Happening("agent " + agent.id() + " crashes for " + down.toMillis() + " ms", fleet -> {
            if (agent.node().isUp()) {
                agent.crash();
                fleet.time().after(down.toNanos(), () -> {
                    if (!agent.node().isUp()) {
                        agent.boot();
                    }
                });
            }
        });
    }

    /** An agent's process dies, bits flip in its newest policies on disk, and it is started again. */
    public static Happening crashAgentAndCorrupt(SimulatedAgent agent, int newest) {
        return new Happening("agent " + agent.id() + " crashes; " + newest + " kept policies are corrupt", fleet -> {
            if (agent.node().isUp()) {
                agent.crash();
                agent.disk().corrupt(newest);
                agent.boot();
            }
        });
    }

    /** An agent stands still for that time. */
    public static Happening pauseAgent(SimulatedAgent agent, Duration forHowLong) {
        return new Happening("agent " + agent.id() + " stands still for " + forHowLong.toMillis() + " ms", fleet -> {
            agent.node().pause();
            fleet.time().after(forHowLong.toNanos(), () -> agent.node().resume());
        });
    }

    /** An agent's disk is full, or has room again. */
    public static Happening diskFull(SimulatedAgent agent, Duration forHowLong) {
        return new Happening("agent " + agent.id() + "'s disk is full", fleet -> {
            agent.disk().setFull(true);
            fleet.time().after(forHowLong.toNanos(), () -> agent.disk().setFull(false));
        });
    }

    /** An agent's wall clock is wrong by that much from now on. */
    public static Happening clockStep(SimulatedAgent agent, Duration error) {
        return new Happening("agent " + agent.id() + "'s clock is wrong by " + error, fleet -> agent.node()
                .setClock(error));
    }

    /** An agent is of another build from now on. */
    public static Happening speaks(SimulatedAgent agent, Dialect dialect) {
        return new Happening("agent " + agent.id() + " speaks " + dialect, fleet -> agent.speak(dialect));
    }

    /** Every fault is over. */
    public static Happening heal() {
        return new Happening("everything is healed", SimulatedFleet::heal);
    }
}
