package dev.drover.simulation.swarm;

/** What can go wrong, or be ordered, in a run; {@link Mischief} makes happenings of it. */
enum Fault {
    REGION,
    FLAP,
    REACH,
    ALL_REGIONS,
    MOST_REGIONS,
    CRASH,
    CRASH_LEADER,
    PAUSE_LEADER,
    RESTART,
    CUT_STORE,
    RESET_STORE,
    LOSE_ANSWERS,
    NO_QUORUM,
    SLOW_STORE,
    ELECT_ANOTHER,
    WIPE,
    OLD_STORE,
    CUT_AGENT,
    AGENT_CRASH,
    AGENT_CORRUPT,
    AGENT_PAUSE,
    DISK_FULL,
    CLOCK,
    EVACUATE,
    RESTORE,
    SPIKE,
    SUN,
    LIE,
    SLANDER
}
