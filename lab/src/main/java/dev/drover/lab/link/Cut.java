package dev.drover.lab.link;

/** How a link is cut. */
public enum Cut {
    /** As by a machine that dies: what is open is reset, what is new is refused. */
    RESET,
    /** As by a network that drops packets: what is open hears nothing, what is new is accepted and hears nothing. */
    SILENT
}
