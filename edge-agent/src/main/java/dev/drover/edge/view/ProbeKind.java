package dev.drover.edge.view;

/** Why a probe is sent. */
public enum ProbeKind {
    /** One of the regular ones: counts for the view and in reports. */
    REGULAR,
    /** Asked for by doubt, by a loss or by an overlay: counts for the view only. */
    CONFIRMATION
}
