package dev.drover.simulation.swarm;

/** What must be reached now and then, or the runs prove nothing about it. */
public enum Sometimes {
    /** All regions are bad, and what was is kept. */
    PANIC("panic"),
    /** Demand fits nowhere, and is shed. */
    INFEASIBLE("infeasible"),
    /** A store that is older than the fleet, or another's. */
    SAFE_HOLD("safeHold"),
    /** A ramp is taken back a step because survivors did not bear it, or a publication goes back to an earlier one. */
    AUTO_ROLLBACK("autoRollback"),
    /** A flapping region is kept out. */
    FLAP_SUPPRESSION("flapSuppression"),
    /** A write without an answer turns out to have been done. */
    AMBIGUOUS_WRITE_DONE("ambiguousWriteDone"),
    /** A write without an answer turns out not to have been done. */
    AMBIGUOUS_WRITE_NOT_DONE("ambiguousWriteNotDone"),
    /** Somebody who does not lead any more tries to publish. */
    STALE_LEADER_WRITE_REFUSED("staleLeaderWriteRefused"),
    /** An agent starts from the policy before the newest on its disk. */
    LKG_FALLBACK_2("lkgFallback2"),
    /** An agent starts from the one before that. */
    LKG_FALLBACK_3("lkgFallback3"),
    /** An edge that blames most regions loses its vote. */
    SELF_SUSPECT("selfSuspect"),
    /** Most edges blame most regions, and automation freezes. */
    AMBIGUOUS_FREEZE("ambiguousFreeze"),
    /** Agents of another build are in the fleet. */
    MIXED_VERSION("mixedVersion"),
    /** Three leaders or more publish in one run. */
    THREE_EPOCHS("threeEpochs"),
    /** A region that was evacuated is restored and serves again. */
    RESTORE_AFTER_EVACUATION("restoreAfterEvacuation");

    private final String key;

    Sometimes(String key) {
        this.key = key;
    }

    /** As reports name it. */
    public String key() {
        return key;
    }
}
