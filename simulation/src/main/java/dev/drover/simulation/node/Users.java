package dev.drover.simulation.node;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.edge.AgentCore;
import dev.drover.edge.Now;
import dev.drover.edge.OutgoingRequest;
import dev.drover.edge.route.Route;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.region.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The users of one agent, and the proxy that serves them: layer 1, as the real one does it. */
public final class Users {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int POPULATION = 5_000;

    private final AgentCore core;
    private final Node node;
    private final Origins origins;
    private final Dice dice;
    private final Ears ears;
    private long arrived;
    private long failed;
    private long shed;

    /** Hears what the core may have concluded something from. */
    interface Ears {
        void settled();

        void failed(RegionId region);
    }

    /**
     * How users fared since the agent's boot.
     *
     * @param arrived all of them
     * @param failed those who saw a failure
     * @param shed those who got the static answer
     */
    public record Fortune(long arrived, long failed, long shed) {}

    Users(AgentCore core, Node node, Origins origins, Dice dice, Ears ears) {
        this.core = core;
        this.node = node;
        this.origins = origins;
        this.dice = dice;
        this.ears = ears;
    }

    void start() {
        double rate = origins.demandRps();
        if (rate <= 0) {
            node.after(ASK_AGAIN, this::start);
            return;
        }
        long gap = (long) (NANOS_PER_SECOND / rate * dice.between(0.9, 1.1));
        if (gap > ASK_AGAIN.toNanos()) {
            node.after(ASK_AGAIN, dice.chance((double) ASK_AGAIN.toNanos() / gap) ? this::comes : this::start);
        } else {
            node.afterNanos(gap, this::comes);
        }
    }

    private void comes() {
        start();
        arrived++;
        core.arrived(node.nanos());
        Route route = core.routeOf("user-" + dice.between(1, POPULATION));
        if (!core.isReady()) {
            failed++;
            core.failed();
            return;
        }
        RegionId first = route.first().region().orElse(null);
        if (first == null) {
            shed++;
            core.shed();
        } else {
            ask(first, route.second());
        }
    }

    /** Asks a region; if that fails, the understudy once, if there is one and the budget allows. */
    private void ask(RegionId region, @Nullable Owner understudy) {
        OutgoingRequest outgoing = core.requestSent(region, node.nanos());
        Answer answer = origins.request(region);
        long patience = core.requestSettings().firstByteTimeout().toNanos();
        long lasts = Math.min(patience, origins.lastsNanos(region, answer));
        boolean isFault = answer.isFault() || lasts >= patience;
        node.afterNanos(lasts, () -> ended(outgoing, region, isFault, understudy));
    }

    private void ended(
            @Nullable OutgoingRequest outgoing, RegionId region, boolean isFault, @Nullable Owner understudy) {
        if (!isFault) {
            if (outgoing != null) {
                core.requestSucceeded(outgoing, node.nanos());
            }
            return;
        }
        ears.failed(region);
        if (outgoing != null) {
            core.requestFailed(outgoing, new Now(node.nanos(), node.wall()));
            ears.settled();
        }
        RegionId second = understudy == null ? null : understudy.region().orElse(null);
        if (second != null && core.mayRetry(node.nanos())) {
            ask(second, null);
        } else {
            failed++;
            core.failed();
        }
    }

    Fortune fortune() {
        return new Fortune(arrived, failed, shed);
    }
}
