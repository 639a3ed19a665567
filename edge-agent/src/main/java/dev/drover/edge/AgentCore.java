package dev.drover.edge;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutedRegion;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.Overlay;
import dev.drover.api.settings.RequestSettings;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import dev.drover.edge.adopt.Adopter;
import dev.drover.edge.adopt.Adoption;
import dev.drover.edge.overlay.OverlayRule;
import dev.drover.edge.report.Tallies;
import dev.drover.edge.retry.RetryBudget;
import dev.drover.edge.route.Route;
import dev.drover.edge.route.RouteTable;
import dev.drover.edge.view.ProbeKind;
import dev.drover.edge.view.RegionWatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent decides: what it obeys, what it sees, where users go, what it tells.
 *
 * <p>It never waits and never fails. Whatever it wants done it leaves as an {@link Effect}, to be taken with
 * {@link #takeEffects} after every call that takes a {@link Now}; calls that take nanoseconds or nothing leave none. Times
 * are arguments. The same calls with the same seed give the same effects.
 *
 * <p>Confined to the agent's event loop.
 */
public final class AgentCore {

    /** How often {@link #advance} is to be called; more often gains nothing. */
    public static final Duration TICK = Duration.ofMillis(25);
    /** A policy that has served that long without bringing the agent down is worth starting from. */
    public static final Duration GOOD_AFTER = Duration.ofSeconds(10);
    /** So long without any controller, and reports are marked stale: a fail-over takes a tenth of it. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private static final Duration REPORT_INTERVAL_WITHOUT_POLICY = Duration.ofSeconds(1);
    private static final RequestSettings REQUESTS_WITHOUT_POLICY =
            new RequestSettings(Duration.ofMillis(500), Duration.ofSeconds(1), 0.2, 10, Duration.ofSeconds(10), "", "");

    private final AgentId agent;
    private final Adopter adopter;
    private final Regions regions;
    private final OverlayRule overlays = new OverlayRule();
    private final Tallies tallies;
    private final RetryBudget budget;
    private List<Effect> effects = new ArrayList<>();
    private @Nullable PolicyId applied;
    private @Nullable InForce inForce;
    private int sessionsUp;
    private long aloneSinceNanos;
    private boolean stale;

    /**
     * An agent that knows nothing yet.
     *
     * @param random spreads probes over time
     */
    public AgentCore(AgentId agent, ServiceId service, RandomGenerator random, long nanos) {
        this.agent = agent;
        adopter = new Adopter(service, agent.edge());
        regions = new Regions(random);
        tallies = new Tallies(nanos);
        budget = new RetryBudget(REQUESTS_WITHOUT_POLICY, nanos);
        aloneSinceNanos = nanos;
    }

    /** What was ever applied, by what was kept on disk: nothing older is obeyed from now on. */
    public void remember(PolicyId everApplied) {
        applied = applied == null || everApplied.isNewerThan(applied) ? everApplied : applied;
    }

    /** Starts from a policy that was kept as last known good; to be called newest first until one is adopted. */
    public Adoption revive(SealedPolicy kept, Now now) {
        Adoption adoption = bootstrap(kept, now);
        if (adoption instanceof Adoption.Adopted adopted) {
            remember(adopted.policy().id());
        }
        return adoption;
    }

    /** Starts from the operator's file. It does not count as applied: whatever a controller sends supersedes it. */
    public Adoption bootstrap(SealedPolicy file, Now now) {
        Adoption adoption = adopter.revive(file, applied);
        if (adoption instanceof Adoption.Adopted adopted) {
            putInForce(adopted.policy(), file, InForce.Worth.KEPT, now);
        }
        return adoption;
    }

    /** A controller sent a publication. */
    public Adoption offered(SealedPolicy sealed, Now now) {
        if (inForce != null && sealed.equals(inForce.sealed())) {
            return new Adoption.Ignored(inForce.policy().id()); // Every replica sends it; one reading is enough.
        }
        Adoption adoption = adopter.judge(sealed, applied, inForce == null ? null : inForce.policy());
        if (adoption instanceof Adoption.Adopted adopted) {
            remember(adopted.policy().id());
            putInForce(adopted.policy(), sealed, InForce.Worth.UNPROVEN, now);
            effects.add(new Effect.PolicyApplied(adopted.policy().id()));
            settle(now);
        }
        return adoption;
    }

    private void putInForce(EdgePolicy policy, SealedPolicy sealed, InForce.Worth worth, Now now) {
        regions.adopt(policy, now.nanos());
        tallies.keepOnly(policy.regions().keySet());
        budget.adopt(policy.settings().requests(), now.nanos());
        inForce = new InForce(policy, sealed, RouteTable.of(policy.slots()), now.nanos(), worth);
        stepOverlay(inForce, now);
        inForce = inForce.routedBy(routes(policy));
    }

    /** Time passes: probes, silence, overlays, reports. To be called each {@link #TICK}. */
    public void advance(Now now) {
        regions.advance(now.nanos());
        InForce current = inForce;
        if (current != null) {
            Overlay overlay = overlays.overlay();
            effects.addAll(regions.dueProbes(current.policy(), overlay == null ? null : overlay.region(), now.nanos()));
            if (current.hasProved(now.nanos(), GOOD_AFTER)) {
                inForce = current.kept();
                effects.add(new Effect.KeepGood(current.policy().id(), current.sealed()));
            }
        }
        if (!stale && sessionsUp == 0 && now.nanos() - aloneSinceNanos >= STALE_AFTER.toNanos()) {
            turnStale(true);
        }
        settle(now);
    }

    /** A probe ended; unknown ones, and those of regions that are gone, are ignored. */
    public void probeEnded(Effect.SendProbe probe, boolean ok, int latencyMillis, Now now) {
        RegionWatch watch = regions.of(probe.region());
        ProbeKind kind = watch == null ? null : watch.probeEnded(probe.order().number(), ok, now.nanos());
        if (kind == ProbeKind.REGULAR) {
            tallies.probeEnded(probe.region(), ok, latencyMillis);
        }
        settle(now);
    }

    /** How many controllers are heard now. */
    public void sessions(int up, Now now) {
        if (up == 0 && sessionsUp > 0) {
            aloneSinceNanos = now.nanos();
        }
        sessionsUp = up;
        if (up > 0 && stale) {
            turnStale(false);
        }
    }

    private void turnStale(boolean to) {
        stale = to;
        effects.add(new Effect.StaleTurned(to));
    }

    /** Draws the conclusions from whatever was just seen. */
    private void settle(Now now) {
        List<Effect.ViewTurned> turns = regions.turns();
        effects.addAll(turns);
        if (!turns.isEmpty()) {
            tallies.urgent();
        }
        InForce current = inForce;
        if (current != null && stepOverlay(current, now)) {
            inForce = current.routedBy(routes(current.policy()));
        }
        Duration interval = current == null
                ? REPORT_INTERVAL_WITHOUT_POLICY
                : current.policy().settings().reportInterval();
        if (tallies.isDue(now.nanos(), interval)) {
            effects.add(new Effect.SendReport(
                    tallies.take(now.nanos(), now.at(), regions.views(), overlays.overlay(), stale)));
        }
    }

    /** True if users must be routed anew. */
    @CanIgnoreReturnValue
    private boolean stepOverlay(InForce current, Now now) {
        Overlay before = overlays.overlay();
        boolean wasOnTrial = overlays.isOnTrial();
        overlays.step(current.policy(), regions.watches(), now.nanos(), now.at());
        Overlay after = overlays.overlay();
        if (!Objects.equals(before, after)) {
            tallies.urgent();
            effects.add(new Effect.OverlayTurned(after, before == null ? "" : overlays.whyEnded()));
            return true;
        }
        return wasOnTrial != overlays.isOnTrial();
    }

    private RouteTable routes(EdgePolicy policy) {
        Overlay overlay = overlays.overlay();
        if (overlay == null) {
            return RouteTable.of(policy.slots());
        }
        return overlays.isOnTrial()
                ? RouteTable.onTrial(overlay.region(), policy.slots())
                : RouteTable.without(overlay.region(), policy.slots());
    }

    /** Whether a policy is in force. */
    public boolean isReady() {
        return inForce != null;
    }

    /** Where that user goes now; shed twice while no policy is in force. */
    public Route routeOf(String userKey) {
        InForce current = inForce;
        return current == null
                ? new Route(Slots.of(userKey), Owner.SHED, Owner.SHED)
                : current.routes().of(userKey);
    }

    /** The base URLs of a region by the policy in force; empty if it does not name the region. */
    public List<URI> originsOf(RegionId region) {
        RoutedRegion routed =
                inForce == null ? null : inForce.policy().regions().get(region);
        return routed == null ? List.of() : routed.origins();
    }

    /** How requests are carried, by the policy in force or by careful defaults. */
    public RequestSettings requestSettings() {
        return inForce == null
                ? REQUESTS_WITHOUT_POLICY
                : inForce.policy().settings().requests();
    }

    /** A user's request came. */
    public void arrived(long nanos) {
        tallies.arrived();
        budget.requested(nanos);
    }

    /** Takes one retry from the budget if there is one, and counts it. */
    public boolean mayRetry(long nanos) {
        boolean taken = budget.take(nanos);
        if (taken) {
            tallies.retried();
        }
        return taken;
    }

    /** A user got the static answer. */
    public void shed() {
        tallies.shed();
    }

    /** A user saw a failure. */
    public void failed() {
        tallies.failed();
    }

    /** A user's request goes out to a region now; null if the policy in force does not name the region. */
    public @Nullable OutgoingRequest requestSent(RegionId region, long nanos) {
        RegionWatch watch = regions.of(region);
        return watch == null ? null : new OutgoingRequest(region, watch, watch.requestSent(nanos));
    }

    /** It was answered; false if it had ended before. */
    @CanIgnoreReturnValue
    public boolean requestSucceeded(OutgoingRequest outgoing, long nanos) {
        return requestAnswered(outgoing, nanos, false);
    }

    /** It was refused for want of capacity, which is an answer; false if it had ended before. */
    @CanIgnoreReturnValue
    public boolean requestRefused(OutgoingRequest outgoing, long nanos) {
        return requestAnswered(outgoing, nanos, true);
    }

    private boolean requestAnswered(OutgoingRequest outgoing, long nanos, boolean refused) {
        boolean first = outgoing.watch().succeeded(outgoing.request(), nanos);
        if (first) {
            tallies.requestAnswered(outgoing.region(), outgoing.request().ageMillis(nanos), refused);
        }
        return first;
    }

    /** It failed by the region's fault; false if it had ended before. */
    @CanIgnoreReturnValue
    public boolean requestFailed(OutgoingRequest outgoing, Now now) {
        boolean first = outgoing.watch().failed(outgoing.request(), now.nanos());
        if (first) {
            tallies.requestFailed(outgoing.region());
        }
        if (regions.hasTurned(outgoing.region())) {
            settle(now);
        }
        return first;
    }

    /** The user went away before the answer; it counts for nothing. */
    public void requestAbandoned(OutgoingRequest outgoing) {
        outgoing.watch().abandoned(outgoing.request());
    }

    /** What is to be done, in the order in which it was concluded; a second call gives nothing more. */
    public List<Effect> takeEffects() {
        List<Effect> taken = effects;
        effects = new ArrayList<>();
        return taken;
    }

    /** The newest publication ever applied, across restarts; null if none. */
    public @Nullable PolicyId applied() {
        return applied;
    }

    /** The agent at a glance. */
    public AgentStatus status() {
        InForce current = inForce;
        return new AgentStatus(
                agent,
                adopter.service(),
                current == null ? null : current.policy().id(),
                applied,
                overlays.overlay(),
                overlays.isOnTrial(),
                current == null ? new TreeMap<>() : current.routes().weights(),
                regions.views(),
                stale,
                sessionsUp);
    }
}
