package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.RequestSettings;
import dev.drover.edge.route.Attempt;
import dev.drover.edge.route.Route;
import dev.drover.edge.route.Steering;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The agent's core as the proxy sees it: gives it the time, and has its conclusions carried out. */
final class AgentSteering implements Steering {

    private static final long RETRY_PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final AgentCore core;
    private final AgentClock clock;
    private final AgentMeters meters;
    private final AgentEvents events;
    private final Runnable carryOut;
    private long lastRetryNanos;

    AgentSteering(AgentCore core, AgentClock clock, AgentMeters meters, AgentEvents events, Runnable carryOut) {
        this.core = core;
        this.clock = clock;
        this.meters = meters;
        this.events = events;
        this.carryOut = carryOut;
        lastRetryNanos = clock.nanos().getAsLong() - RETRY_PAUSE_NANOS;
    }

    @Override
    public boolean isReady() {
        return core.isReady();
    }

    @Override
    public Route routeOf(String userKey) {
        return core.routeOf(userKey);
    }

    @Override
    public List<URI> originsOf(RegionId region) {
        return core.originsOf(region);
    }

    @Override
    public RequestSettings settings() {
        return core.requestSettings();
    }

    @Override
    public void arrived() {
        meters.arrived.increment();
        core.arrived(clock.nanos().getAsLong());
    }

    @Override
    public boolean mayRetry() {
        long nanos = clock.nanos().getAsLong();
        if (!core.mayRetry(nanos)) {
            meters.retriesDenied.increment();
            return false;
        }
        meters.retried.increment();
        if (nanos - lastRetryNanos >= RETRY_PAUSE_NANOS) {
            events.onFirstRetry();
        }
        lastRetryNanos = nanos;
        return true;
    }

    @Override
    public void shed() {
        meters.shed.increment();
        core.shed();
    }

    @Override
    public void failed() {
        meters.failed.increment();
        core.failed();
    }

    @Override
    public Attempt attempt(RegionId region) {
        OutgoingRequest outgoing = core.requestSent(region, clock.nanos().getAsLong());
        return outgoing == null ? UNWATCHED : new WatchedAttempt(outgoing);
    }

    /** A request to a region that the policy does not name (it has just changed) tells nothing. */
    private static final Attempt UNWATCHED = new Attempt() {
        @Override
        public void succeeded() {}

        @Override
        public void refused() {}

        @Override
        public void failed() {}

        @Override
        public void abandoned() {}
    };

    private final class WatchedAttempt implements Attempt {
        private final OutgoingRequest outgoing;

        WatchedAttempt(OutgoingRequest outgoing) {
            this.outgoing = outgoing;
        }

        @Override
        public void succeeded() {
            if (core.requestSucceeded(outgoing, clock.nanos().getAsLong())) {
                meters.request(outgoing.region(), true);
            }
        }

        @Override
        public void refused() {
            if (core.requestRefused(outgoing, clock.nanos().getAsLong())) {
                meters.request(outgoing.region(), true);
            }
        }

        @Override
        public void failed() {
            if (core.requestFailed(outgoing, clock.now())) {
                meters.request(outgoing.region(), false);
                carryOut.run();
            }
        }

        @Override
        public void abandoned() {
            core.requestAbandoned(outgoing);
        }
    }
}
