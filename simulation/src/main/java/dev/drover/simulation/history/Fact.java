package dev.drover.simulation.history;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Orders;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Something that happened in a run, as a bystander who sees everything knows it. */
public sealed interface Fact {

    /** It in one line; empty if it happens too often to be shown. */
    default String line() {
        return "";
    }

    /** Something was done to the fleet: a fault, an order, a change of the weather. */
    record Happened(String what) implements Fact {
        @Override
        public String line() {
            return "!! " + what;
        }
    }

    /**
     * A publication is in the store.
     *
     * @param writer the boot of the controller that wrote it, such as {@code c1.2}
     * @param decision that it carries out, if its writer still knows
     * @param orders in the store at that moment
     */
    record Published(String writer, Fence fence, Publication publication, Optional<Decision> decision, Orders orders)
            implements Fact {
        @Override
        public String line() {
            StringBuilder line =
                    new StringBuilder("published " + publication.policy().id() + " by " + writer + ":");
            publication.causes().forEach(cause -> line.append(' ').append(cause.sentence()));
            return line.toString();
        }
    }

    /**
     * An attempt to write a publication whose answer had been lost was made again.
     *
     * @param done whether the first attempt had been carried out
     */
    record Repeated(String writer, PolicyId policy, boolean done) implements Fact {
        @Override
        public String line() {
            return writer + " tries " + policy + " again; the first try had " + (done ? "" : "not ") + "been done";
        }
    }

    /** The store refused a publication: another epoch was taken since. */
    record Fenced(String writer, PolicyId policy) implements Fact {
        @Override
        public String line() {
            return "refused " + policy + " of " + writer + ": its fence does not hold";
        }
    }

    /** An epoch was taken. */
    record EpochTaken(String writer, Fence fence) implements Fact {
        @Override
        public String line() {
            return writer + " took epoch " + fence.epoch();
        }
    }

    /** The orders in the store were replaced. */
    record OrdersReplaced(Orders before, Orders after) implements Fact {
        @Override
        public String line() {
            return "orders in the store: " + after.evacuations().size();
        }
    }

    /**
     * A leader has cleaned the store.
     *
     * @param holds whether a revision is still there
     */
    record Cleaned(String writer, LongPredicate holds) implements Fact {}

    /** The store lost its contents, or went back to older ones. */
    record StoreReplaced(String by) implements Fact {
        @Override
        public String line() {
            return "the store is " + by;
        }
    }

    /** A controller's connection to the store turned. */
    record ConnectionTurned(String controller, String to) implements Fact {
        @Override
        public String line() {
            return controller + "'s store connection: " + to;
        }
    }

    /**
     * An agent started.
     *
     * @param boot of its process
     * @param kept which of the policies on its disk it started from, 1 the newest; 0 for none
     * @param remembered the newest that its disk says was applied; absent if none
     */
    record AgentStarted(AgentId agent, String boot, int kept, @Nullable PolicyId remembered) implements Fact {
        @Override
        public String line() {
            return agent + " started (" + boot + ") from " + (kept == 0 ? "nothing" : "kept policy " + kept);
        }
    }

    /** An agent serves by a publication from now on. */
    record Applied(AgentId agent, EdgePolicy policy) implements Fact {
        @Override
        public String line() {
            return agent + " applied " + policy.id();
        }
    }

    /** An agent did not adopt what it was offered. */
    record Refused(AgentId agent, @Nullable PolicyId policy, String reason) implements Fact {
        @Override
        public String line() {
            return agent + " refused " + policy + ": " + reason;
        }
    }

    /** An agent's view of a region turned. */
    record ViewTurned(AgentId agent, RegionId region, View view, String evidence) implements Fact {
        @Override
        public String line() {
            return agent + " views " + region + " " + view + (view == View.LOST ? ": " + evidence : "");
        }
    }

    /** An agent acts on a contingency, or no more. */
    record OverlayTurned(AgentId agent, @Nullable Overlay overlay, String why) implements Fact {
        @Override
        public String line() {
            return agent + (overlay == null ? " ends its overlay: " + why : " overlays " + overlay.region());
        }
    }

    /** A probe or a user's request failed by the region's fault, at that agent. */
    record RegionFailed(AgentId agent, RegionId region) implements Fact {}

    /** An agent's report left it. */
    record Reported(AgentId agent, String boot, AgentMessage.Report report) implements Fact {}

    /** A controller took a report. */
    record Heard(String controller, AgentId agent, AgentMessage.Report report) implements Fact {}

    /** An operator was told that his order is committed. */
    record OrderAcknowledged(Evacuation order) implements Fact {
        @Override
        public String line() {
            return "acknowledged order " + order.id() + ": evacuate " + order.region() + ", "
                    + (order.restoration() == null ? "active" : "restored");
        }
    }

    /** An operator's order was refused or not answered. */
    record OrderFailed(String what, String reason) implements Fact {
        @Override
        public String line() {
            return what + " failed: " + reason;
        }
    }

    /** A second has passed. */
    record SecondPassed(List<ControllerView> controllers) implements Fact {}

    /**
     * A controller at a glance.
     *
     * @param up whether it runs
     * @param leads whether it believes that it leads
     * @param held why it publishes nothing, in words; empty if it may
     * @param notes what it tells people while it leads
     */
    record ControllerView(String name, boolean up, boolean leads, String held, List<Note> notes) {}
}
