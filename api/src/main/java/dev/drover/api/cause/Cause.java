package dev.drover.api.cause;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.verdict.Evidence;
import java.util.List;
import java.util.Locale;

/**
 * Why a publication was made, or what limited it. The log line, the REST answer and the tests print the same.
 *
 * <p>A cause of a kind that the reader does not know reads as {@link Unknown}: publications outlive builds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Cause.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Cause.Bootstrapped.class, name = "bootstrapped"),
    @JsonSubTypes.Type(value = Cause.LeaderElected.class, name = "leader-elected"),
    @JsonSubTypes.Type(value = Cause.RegionLost.class, name = "region-lost"),
    @JsonSubTypes.Type(value = Cause.RegionBack.class, name = "region-back"),
    @JsonSubTypes.Type(value = Cause.RegionDown.class, name = "region-down"),
    @JsonSubTypes.Type(value = Cause.RegionDegraded.class, name = "region-degraded"),
    @JsonSubTypes.Type(value = Cause.RegionRecovering.class, name = "region-recovering"),
    @JsonSubTypes.Type(value = Cause.RegionHealthy.class, name = "region-healthy"),
    @JsonSubTypes.Type(value = Cause.RampStep.class, name = "ramp-step"),
    @JsonSubTypes.Type(value = Cause.StepBack.class, name = "step-back"),
    @JsonSubTypes.Type(value = Cause.PanicBegan.class, name = "panic-began"),
    @JsonSubTypes.Type(value = Cause.PanicEnded.class, name = "panic-ended"),
    @JsonSubTypes.Type(value = Cause.EvacuationOrdered.class, name = "evacuation-ordered"),
    @JsonSubTypes.Type(value = Cause.EvacuationStep.class, name = "evacuation-step"),
    @JsonSubTypes.Type(value = Cause.EvacuationEnded.class, name = "evacuation-ended"),
    @JsonSubTypes.Type(value = Cause.Rebalanced.class, name = "rebalanced"),
    @JsonSubTypes.Type(value = Cause.UnderstudiesRefreshed.class, name = "understudies-refreshed"),
    @JsonSubTypes.Type(value = Cause.SteeringPolicyChanged.class, name = "steering-policy-changed"),
    @JsonSubTypes.Type(value = Cause.Shedding.class, name = "shedding"),
    @JsonSubTypes.Type(value = Cause.Guarded.class, name = "guarded"),
    @JsonSubTypes.Type(value = Cause.Unknown.class, name = "unknown"),
})
public sealed interface Cause {

    /** The cause in one sentence, for a person on call. */
    String sentence();

    /** The first publication of a store. */
    record Bootstrapped() implements Cause {
        @Override
        public String sentence() {
            return "The fleet starts: first routing policy of this store.";
        }
    }

    /**
     * A new leader states what is in force under its epoch.
     *
     * @param controller who leads now
     * @param epoch its epoch
     */
    record LeaderElected(String controller, long epoch) implements Cause {
        @Override
        public String sentence() {
            return "Controller " + controller + " leads now, epoch " + epoch + "; it continues from the stored state.";
        }
    }

    /** Everyone acts on the region's contingency. */
    record RegionLost(RegionId region, Evidence evidence) implements Cause {
        @Override
        public String sentence() {
            return region + " is LOST: " + evidence.sentence() + ". Its contingency is in force for everyone.";
        }
    }

    /** The loss is taken back. */
    record RegionBack(RegionId region, Evidence evidence) implements Cause {
        @Override
        public String sentence() {
            return region + " is back: " + evidence.sentence() + ". Its users return to it.";
        }
    }

    /** The region is solved out. */
    record RegionDown(RegionId region, Evidence evidence) implements Cause {
        @Override
        public String sentence() {
            return region + " is DOWN: " + evidence.sentence() + ". It serves nobody until it is clean again.";
        }
    }

    /**
     * The region keeps a part of its capacity.
     *
     * @param capacityPercent what is left, 50 to 100
     */
    record RegionDegraded(RegionId region, int capacityPercent, Evidence evidence) implements Cause {
        @Override
        public String sentence() {
            return region + " is DEGRADED: " + evidence.sentence() + ". It is planned with " + capacityPercent
                    + " % of its capacity.";
        }
    }

    /** The region was clean for long enough: its ramp begins. */
    record RegionRecovering(RegionId region, Evidence evidence) implements Cause {
        @Override
        public String sentence() {
            return region + " is RECOVERING: " + evidence.sentence() + ". Its users return by the ramp.";
        }
    }

    /** The region is as it should be. */
    record RegionHealthy(RegionId region) implements Cause {
        @Override
        public String sentence() {
            return region + " is HEALTHY again with all of its capacity.";
        }
    }

    /**
     * One step of a return.
     *
     * @param percent of its users that it may have now, 1 to 100
     */
    record RampStep(RegionId region, int percent) implements Cause {
        @Override
        public String sentence() {
            return "Ramp: up to " + percent + " % of the users at home in " + region + " are there now.";
        }
    }

    /**
     * A hand-over went wrong and goes back a step.
     *
     * @param percent of its users that the region may have now, 0 to 100
     */
    record StepBack(RegionId region, int percent) implements Cause {
        @Override
        public String sentence() {
            return "The hand-over of " + region + " did not go well: a step back to " + percent + " %.";
        }
    }

    /** Every region that may serve is lost or down. */
    record PanicBegan() implements Cause {
        @Override
        public String sentence() {
            return "PANIC: every region is lost or down; users stay where they are.";
        }
    }

    /** A region can be believed to serve again. */
    record PanicEnded() implements Cause {
        @Override
        public String sentence() {
            return "The panic is over: a region can serve again.";
        }
    }

    /**
     * An operator's order begins.
     *
     * @param author who asked for it
     * @param reason why
     */
    record EvacuationOrdered(OrderId order, RegionId region, Pace pace, String author, String reason) implements Cause {
        @Override
        public String sentence() {
            return author + " ordered the evacuation of " + region + " ("
                    + pace.name().toLowerCase(Locale.ROOT) + "): " + reason;
        }
    }

    /**
     * One step of an evacuation.
     *
     * @param percentLeft of the users that it had when the order came, at most, 0 to 100
     */
    record EvacuationStep(OrderId order, RegionId region, int percentLeft) implements Cause {
        @Override
        public String sentence() {
            return "Evacuation of " + region + ": at most " + percentLeft + " % of its users are left there.";
        }
    }

    /**
     * An evacuation is over.
     *
     * @param author who restored it, or {@code expiry}
     */
    record EvacuationEnded(OrderId order, RegionId region, String author) implements Cause {
        @Override
        public String sentence() {
            return "The evacuation of " + region + " ended (" + author + "); its users return by the ramp.";
        }
    }

    /**
     * Slots moved because a limit was broken or much was to gain.
     *
     * @param reason which
     */
    record Rebalanced(String reason) implements Cause {
        @Override
        public String sentence() {
            return "Rebalanced: " + reason + ".";
        }
    }

    /** New understudies; nobody moved. */
    record UnderstudiesRefreshed() implements Cause {
        @Override
        public String sentence() {
            return "New understudies for the present demand; nobody moved.";
        }
    }

    /** People changed the steering policy. */
    record SteeringPolicyChanged(String sha256) implements Cause {
        @Override
        public String sentence() {
            return "The steering policy changed (" + sha256.substring(0, Math.min(12, sha256.length())) + ").";
        }
    }

    /**
     * Demand that fits nowhere gets the edges' static answer.
     *
     * @param shedRps requests/s that are shed
     * @param regions in rotation
     */
    record Shedding(double shedRps, List<RegionId> regions) implements Cause {
        /** Copies the list. */
        public Shedding {
            regions = List.copyOf(regions);
        }

        @Override
        public String sentence() {
            return Math.round(shedRps) + " requests/s fit into no region in rotation " + regions
                    + " and get the edges' static answer.";
        }
    }

    /**
     * A guard held back what would have been done.
     *
     * @param guard its name, as in the steering policy
     * @param region what it was about
     * @param detail the numbers
     */
    record Guarded(String guard, RegionId region, String detail) implements Cause {
        @Override
        public String sentence() {
            return "Guard " + guard + " holds for " + region + ": " + detail + ".";
        }
    }

    /** A cause without a kind, or of one that this build does not know: another build wrote it. */
    record Unknown() implements Cause {
        @Override
        public String sentence() {
            return "A cause that this build does not know.";
        }
    }
}
