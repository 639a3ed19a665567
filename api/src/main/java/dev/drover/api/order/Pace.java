package dev.drover.api.order;

/** How fast an evacuation hands over. */
public enum Pace {
    /** In small steps, each watched. */
    PLANNED,
    /** At once, as much as the survivors can take. */
    EMERGENCY
}
