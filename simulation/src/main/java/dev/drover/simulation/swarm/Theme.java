package dev.drover.simulation.swarm;

import dev.drover.simulation.engine.Dice;
import java.util.ArrayList;
import java.util.List;

/** What a run is about: which faults it draws from. Without themes the rare ones would hardly meet. */
public enum Theme {
    /** Nothing but noise. */
    CALM(0, 2, Fault.CUT_AGENT, Fault.AGENT_CRASH, Fault.SUN),
    /** Regions fail in every way. */
    REGIONS(2, 6, Fault.REGION, Fault.REGION, Fault.REACH, Fault.FLAP, Fault.SPIKE),
    /** Leaders come and go. */
    LEADERS(5, 14, Fault.CRASH_LEADER, Fault.PAUSE_LEADER, Fault.CRASH, Fault.CUT_STORE, Fault.RESTART, Fault.REGION),
    /** The election elects two, and old leaders go on. */
    SPLIT(5, 12, Fault.ELECT_ANOTHER, Fault.PAUSE_LEADER, Fault.RESET_STORE, Fault.REGION, Fault.EVACUATE),
    /** The store is slow, silent, and loses answers. */
    STORE(
            4,
            10,
            Fault.LOSE_ANSWERS,
            Fault.LOSE_ANSWERS,
            Fault.LOSE_ANSWERS,
            Fault.NO_QUORUM,
            Fault.SLOW_STORE,
            Fault.RESET_STORE,
            Fault.REGION,
            Fault.REGION,
            Fault.EVACUATE),
    /** The store is lost, or old. */
    LOST_STORE(1, 1, Fault.WIPE, Fault.OLD_STORE),
    /** Operators order, and regions fail meanwhile. */
    ORDERS(3, 8, Fault.EVACUATE, Fault.EVACUATE, Fault.RESTORE, Fault.REGION, Fault.CRASH_LEADER),
    /** Some edges lie. */
    LIARS(1, 3, Fault.LIE, Fault.REGION, Fault.REACH),
    /** A few edges lie of regions that are fine. */
    SLANDER(1, 2, Fault.SLANDER),
    /** More users than the fleet can serve. */
    CROWDS(1, 4, Fault.SPIKE, Fault.SPIKE, Fault.SUN, Fault.REGION),
    /** Everything is down, or seems to be. */
    BLACKOUT(1, 2, Fault.ALL_REGIONS, Fault.MOST_REGIONS),
    /** A region is dark, and just then nobody is heard. */
    DEAFNESS(1, 3, Fault.DEAF),
    /** Agents die, and their disks are full or rotten. */
    AGENTS(
            4,
            12,
            Fault.AGENT_CRASH,
            Fault.AGENT_CORRUPT,
            Fault.AGENT_PAUSE,
            Fault.DISK_FULL,
            Fault.CLOCK,
            Fault.CUT_AGENT),
    /** A region is up and down in turns. */
    FLAPPING(1, 2, Fault.FLAP),
    /** Whatever can happen. */
    EVERYTHING(
            6,
            20,
            Fault.REGION,
            Fault.REACH,
            Fault.CRASH,
            Fault.CRASH_LEADER,
            Fault.PAUSE_LEADER,
            Fault.CUT_STORE,
            Fault.CUT_AGENT,
            Fault.RESET_STORE,
            Fault.LOSE_ANSWERS,
            Fault.NO_QUORUM,
            Fault.SLOW_STORE,
            Fault.ELECT_ANOTHER,
            Fault.RESTART,
            Fault.AGENT_CRASH,
            Fault.AGENT_CORRUPT,
            Fault.AGENT_PAUSE,
            Fault.DISK_FULL,
            Fault.CLOCK,
            Fault.EVACUATE,
            Fault.RESTORE,
            Fault.SPIKE,
            Fault.SUN,
            Fault.LIE,
            Fault.FLAP);

    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change.
    private final List<Fault> faults;

    Theme(int least, int most, Fault... faults) {
        this.least = least;
        this.most = most;
        this.faults = List.of(faults);
    }

    /** The faults of one run. */
    List<Fault> draw(Dice dice) {
        int number = dice.between(least, most);
        List<Fault> drawn = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            drawn.add(dice.one(faults));
        }
        return drawn;
    }
}
