package dev.drover.simulation.swarm;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.controller.store.memory.MemoryCluster;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.fleet.Demand;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.fleet.Happening.Reach;
import dev.drover.simulation.fleet.Happening.Way;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.node.Liar;
import dev.drover.simulation.node.SimulatedAgent;
import dev.drover.simulation.region.RegionFault;
import dev.drover.simulation.region.RegionFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Has faults happen to a fleet, at times and in ways that the dice choose, all before the fleet is healed. */
final class Mischief {

    /** The fleet starts up in peace. */
    private static final double FROM_SECONDS = 40;

    private final SimulatedFleet fleet;
    private final Dice dice;
    private final double untilSeconds;
    private final List<RegionId> regions;
    private final List<EdgeId> edges;
    private final List<SimulatedAgent> agents;

    Mischief(SimulatedFleet fleet, Dice dice, Duration until) {
        this.fleet = fleet;
        this.dice = dice;
        this.untilSeconds = until.toSeconds() - 1.0;
        this.regions = List.copyOf(fleet.settings().policy().regions().keySet());
        this.edges = fleet.settings().agents().stream()
                .map(agent -> agent.edge())
                .distinct()
                .toList();
        this.agents = List.copyOf(fleet.agents());
    }

    /** Has that fault happen once. */
    void plan(Fault fault) {
        switch (fault) {
            case REGION, FLAP, REACH, ALL_REGIONS, MOST_REGIONS, DEAF -> planRegions(fault);
            case CRASH, CRASH_LEADER, PAUSE_LEADER, RESTART, ELECT_ANOTHER -> planControllers(fault);
            case CUT_STORE, RESET_STORE, LOSE_ANSWERS, NO_QUORUM, SLOW_STORE, WIPE, OLD_STORE -> planStore(fault);
            case CUT_AGENT, AGENT_CRASH, AGENT_CORRUPT, AGENT_PAUSE, DISK_FULL, CLOCK -> planAgents(fault);
            case EVACUATE, RESTORE, SPIKE, SUN, LIE, SLANDER -> planPeople(fault);
        }
    }

    private void planRegions(Fault fault) {
        RegionId region = dice.one(regions);
        EdgeId edge = dice.one(edges);
        double at = anyTime();
        double end = at + dice.between(3.0, 120.0);
        switch (fault) {
            case REGION -> {
                at(at, Happening.region(region, anyFault()));
                at(end, Happening.region(region, RegionFault.NONE));
            }
            case FLAP -> {
                at(at, Happening.region(region, RegionFault.of(Kind.FLAPPING, dice.between(8.0, 30.0))));
                at(at + dice.between(120.0, 400.0), Happening.region(region, RegionFault.NONE));
            }
            case REACH -> {
                at(at, Happening.reach(edge, region, Reach.CUT));
                at(end, Happening.reach(edge, region, Reach.WHOLE));
            }
            case ALL_REGIONS -> {
                Kind kind = dice.chance(0.5) ? Kind.DARK : Kind.BLACK_HOLE;
                double apart = dice.chance(0.5) ? 0 : dice.between(5.0, 40.0);
                for (int i = 0; i < regions.size(); i++) {
                    at(at + i * apart, Happening.region(regions.get(i), RegionFault.of(kind, 0)));
                    at(end + 60, Happening.region(regions.get(i), RegionFault.NONE));
                }
            }
            case DEAF -> {
                at(at, Happening.region(region, RegionFault.of(Kind.DARK, 0)));
                at(end + 60, Happening.region(region, RegionFault.NONE));
                Duration deaf = anySpan(5, 60);
                double heard = at + dice.between(1.0, 6.0);
                for (int controller = 0; controller < fleet.controllers().size(); controller++) {
                    for (SimulatedAgent agent : agents) {
                        at(heard, Happening.cut(controller, agent, deaf));
                    }
                }
            }
            default -> {
                for (RegionId dark : regions.subList(0, regions.size() / 2 + 1)) {
                    at(at, Happening.region(dark, RegionFault.of(Kind.DARK, 0)));
                    at(end, Happening.region(dark, RegionFault.NONE));
                }
            }
        }
    }

    private RegionFault anyFault() {
        return dice.one(List.of(
                RegionFault.of(Kind.DARK, 0),
                RegionFault.of(Kind.DARK, 0),
                RegionFault.of(Kind.BLACK_HOLE, 0),
                RegionFault.of(Kind.FAILING, dice.between(0.1, 1.0)),
                RegionFault.of(Kind.SLOW, dice.between(3.0, 60.0)),
                RegionFault.of(Kind.HOLLOW, 0),
                RegionFault.of(Kind.USERS_ONLY, dice.between(0.3, 1.0))));
    }

    private void planControllers(Fault fault) {
        double at = anyTime();
        int controller = dice.between(0, fleet.controllers().size() - 1);
        switch (fault) {
            case CRASH -> at(at, Happening.crash(controller, anySpan(1, 40)));
            case CRASH_LEADER -> at(at, Happening.crashLeader(anySpan(1, 40)));
            case PAUSE_LEADER -> at(at, Happening.pauseLeader(anySpan(1, 20)));
            case RESTART -> at(at, Happening.restart(controller, anySpan(1, 10)));
            default -> at(at, Happening.electAnother());
        }
    }

    private void planStore(Fault fault) {
        double at = anyTime();
        int controller = dice.between(0, fleet.controllers().size() - 1);
        switch (fault) {
            case CUT_STORE ->
                at(at, Happening.cutFromStore(controller, dice.one(List.of(Way.values())), anySpan(1, 30)));
            case RESET_STORE -> at(at, Happening.resetStoreConnection(controller));
            case LOSE_ANSWERS -> at(at, Happening.storeLosesAnswers(dice.between(0.2, 0.7), anySpan(20, 120)));
            case NO_QUORUM -> at(at, Happening.storeWithoutQuorum(anySpan(1, 40)));
            case SLOW_STORE -> at(at, Happening.slowStore(anySpan(0.05, 1.5), anySpan(5, 30)));
            case WIPE -> at(at, Happening.wipeStore(anySpan(20, 80)));
            default -> {
                AtomicReference<MemoryCluster> old = new AtomicReference<>();
                fleet.time()
                        .after(
                                (long) (at / 2 * 1e9),
                                () -> old.set(fleet.ensemble().snapshot()));
                at(at, Happening.oldStore(old, anySpan(20, 80)));
            }
        }
    }

    private void planAgents(Fault fault) {
        double at = anyTime();
        SimulatedAgent agent = dice.one(agents);
        int controller = dice.between(0, fleet.controllers().size() - 1);
        switch (fault) {
            case CUT_AGENT -> at(at, Happening.cut(controller, agent, anySpan(1, 60)));
            case AGENT_CRASH -> at(at, Happening.crashAgent(agent, anySpan(0.1, 30)));
            case AGENT_CORRUPT -> at(at, Happening.crashAgentAndCorrupt(agent, dice.between(1, 3)));
            case AGENT_PAUSE -> at(at, Happening.pauseAgent(agent, anySpan(0.3, 15)));
            case DISK_FULL -> at(at, Happening.diskFull(agent, anySpan(10, 200)));
            default -> at(at, Happening.clockStep(agent, anySpan(-3_600, 3_600)));
        }
    }

    private void planPeople(Fault fault) {
        double at = anyTime();
        int controller = dice.between(0, fleet.controllers().size() - 1);
        switch (fault) {
            case EVACUATE -> {
                Pace pace = dice.chance(0.5) ? Pace.PLANNED : Pace.EMERGENCY;
                at(at, Happening.evacuate(controller, dice.one(regions), pace, anySpan(60, 600)));
            }
            case RESTORE -> at(at, Happening.restoreAll(controller));
            case SPIKE -> {
                double factor = dice.one(List.of(0.2, 1.5, 2.0, 3.0));
                double end = at + dice.between(20.0, 120.0);
                at(0, Happening.demand("times " + factor + " for a while", Demand.STEADY.with(factor, at, end)));
            }
            case SUN -> at(0, Happening.demand("days and nights", Demand.days(dice.between(120.0, 600.0), dice)));
            case LIE -> {
                RegionId about = dice.chance(0.5) ? null : dice.one(regions);
                Liar.Kind kind = dice.chance(0.5) ? Liar.Kind.ALL_FAILS : Liar.Kind.ALL_FINE;
                for (EdgeId edge : edges.subList(0, dice.between(1, Math.max(1, edges.size() / 2)))) {
                    at(at, Happening.edgeLies(edge, new Liar(kind, about)));
                }
            }
            default -> {
                RegionId about = dice.one(regions);
                for (EdgeId edge : edges.subList(0, (edges.size() - 1) / 2)) {
                    at(at, Happening.edgeLies(edge, new Liar(Liar.Kind.ALL_FAILS, about)));
                }
            }
        }
    }

    private double anyTime() {
        return dice.between(FROM_SECONDS, untilSeconds - 60);
    }

    private Duration anySpan(double leastSeconds, double mostSeconds) {
        return Duration.ofMillis((long) (1_000 * dice.between(leastSeconds, mostSeconds)));
    }

    private void at(double seconds, Happening happening) {
        fleet.at(Duration.ofMillis((long) (1_000 * Math.min(untilSeconds, seconds))), happening);
    }
}
