package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.session.Session;
import dev.drover.controller.metrics.SessionMeters;
import dev.drover.controller.metrics.SessionMeters.CloseReason;
import dev.drover.controller.metrics.SessionMeters.DropReason;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of all agents with this controller: hears them, remembers what each last said, and gives each the newest
 * slice of its edge.
 *
 * <p>Confined to the controller's context: every method but {@link #listen} is called on one and the same thread.
 */
public final class AgentSessions {

    /** Hears what agents say, on the context on which they are heard. */
    public interface Listener {
        /** An agent has a session now; again after each reconnection, and when a newer boot takes its place. */
        void onHello(AgentMessage.Hello hello);

        /** A report that is newer than any before of that boot. */
        void onReport(AgentId agent, String bootId, AgentMessage.Report report);

        /** It serves by a publication. */
        void onApplied(AgentId agent, PolicyId policy);

        /** It does not serve by a publication; absent if it could not even read which. */
        void onRefused(AgentId agent, @Nullable PolicyId policy, String reason);

        /** It has no session any more; what it last said is remembered. */
        void onGone(AgentId agent);
    }

    private static final Logger LOG = LoggerFactory.getLogger(AgentSessions.class);

    private final String controller;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final SessionMeters meters;
    private final AgentRecords records = new AgentRecords();
    /** In the order in which they were opened; closed ones are not among them. */
    private final Set<AgentSession> open = new LinkedHashSet<>();

    private @Nullable Listener listener;
    private @Nullable ClusterId cluster;
    private @Nullable Slices slices;
    private int connected;
    private @Nullable Thread confinedTo;

    /**
     * No sessions yet.
     *
     * @param controller what this controller is called
     * @param clock wall time, to be shown only
     * @param nanos a monotonic clock, in ns
     * @param random spreads the agents' return after a shutdown
     */
    public AgentSessions(
            String controller, InstantSource clock, LongSupplier nanos, RandomGenerator random, SessionMeters meters) {
        this.controller = controller;
        this.clock = clock;
        this.nanos = nanos;
        this.random = random;
        this.meters = meters;
    }

    /** Who hears the agents; one for the life of the sessions, set before the first of them. */
    public void listen(Listener newListener) {
        listener = newListener;
    }

    /** Whose replica this is: agents are welcomed from now on, those that came before too. Until then they wait. */
    public void serve(ClusterId served) {
        assert isConfined();
        cluster = served;
        String welcome = welcome(served);
        for (AgentSession session : connected()) {
            if (!session.isWelcomed()) {
                session.welcome(welcome);
            }
        }
    }

    /**
     * Gives every agent whose edge has a slice the newest one; agents that come later get it too. One that is not newer
     * than the last one of its cluster is ignored.
     */
    public void publish(RoutingPolicy policy) {
        assert isConfined();
        PolicyId id = policy.id();
        if (slices != null && slices.id().cluster().equals(id.cluster()) && !id.isNewerThan(slices.id())) {
            return;
        }
        serve(id.cluster());
        long startNanos = nanos();
        Slices newest = new Slices(policy);
        slices = newest;
        connected().forEach(session -> offer(session, newest));
        meters.fannedOut(nanos() - startNanos);
    }

    /** Every agent that has a session, or had one within 24 h, in the order of their names. */
    public List<KnownAgent> agents() {
        assert isConfined();
        long now = nanos();
        return records.all().stream().map(record -> record.known(now)).toList();
    }

    /** A link to an agent is there: what comes over it is told to the session. */
    public AgentSession open(AgentLink link) {
        assert isConfined();
        AgentSession session = new AgentSession(this, link, nanos());
        open.add(session);
        return session;
    }

    /** Does what is due by now: to be called about once a second. */
    public void sweep() {
        assert isConfined();
        long now = nanos();
        List.copyOf(open).forEach(session -> session.sweep(now));
        records.sweep(now);
        measure(now);
    }

    /** Ends every session, telling each agent when to come back, so that they do not all come at once. */
    public void stop(String reason) {
        assert isConfined();
        Goodbyes goodbyes = new Goodbyes(reason, open.size(), random);
        List.copyOf(open)
                .forEach(session -> session.endWith(
                        Slices.text(goodbyes.next()), CloseReason.SHUTDOWN, Session.CLOSE_RESTART, reason));
    }

    long nanos() {
        return nanos.getAsLong();
    }

    SessionMeters meters() {
        return meters;
    }

    void heardFrom(@Nullable AgentRecord agent) {
        if (agent != null) {
            agent.heard(clock.instant());
        }
    }

    void greet(AgentSession session, AgentMessage.Hello hello) {
        AgentRecord record = records.arriving(hello.agent(), nanos());
        AgentSession before = record.session();
        if (before != null && record.isEarlierBoot(hello.bootId())) {
            session.end(CloseReason.REPLACED, Session.CLOSE_REPLACED, "a newer boot of " + record.id() + " is here");
            return;
        }
        record.connect(session, hello, clock.instant());
        session.belongsTo(record);
        if (before != null) {
            logReplaced(record);
            before.end(CloseReason.REPLACED, Session.CLOSE_REPLACED, "a newer session of " + record.id() + " is here");
        } else {
            meters.active(++connected);
        }
        greetBack(session);
        if (listener != null) {
            listener.onHello(hello);
        }
    }

    private void greetBack(AgentSession session) {
        if (cluster != null) {
            session.welcome(welcome(cluster));
        }
        if (slices != null) {
            offer(session, slices);
        }
    }

    void hear(AgentRecord agent, AgentMessage message) {
        agent.heard(clock.instant());
        if (message instanceof AgentMessage.Report report) {
            hear(agent, report);
        } else if (message instanceof AgentMessage.Applied applied) {
            agent.take(applied);
            if (listener != null) {
                listener.onApplied(agent.id(), applied.policy());
            }
        } else if (message instanceof AgentMessage.Refused refused) {
            agent.take(refused);
            if (listener != null) {
                listener.onRefused(agent.id(), refused.policy(), refused.reason());
            }
        }
    }

    private void hear(AgentRecord agent, AgentMessage.Report report) {
        if (!agent.take(report, nanos())) {
            meters.dropped(DropReason.STALE);
        } else if (listener != null) {
            listener.onReport(agent.id(), agent.bootId(), report);
        }
    }

    void ended(AgentSession session, CloseReason reason) {
        open.remove(session);
        meters.closed(reason);
        AgentRecord agent = session.agent();
        if (agent == null || agent.session() != session) {
            return;
        }
        records.left(agent, nanos());
        meters.active(--connected);
        LOG.atDebug()
                .addKeyValue("agent", agent.id())
                .addKeyValue("reason", reason)
                .log("agent left");
        if (listener != null) {
            listener.onGone(agent.id());
        }
    }

    private String welcome(ClusterId served) {
        return Slices.text(new ControllerMessage.Welcome(controller, served));
    }

    private static void offer(AgentSession session, Slices newest) {
        AgentRecord agent = session.agent();
        if (agent != null) {
            newest.messageFor(agent.id().edge()).ifPresent(session::offer);
        }
    }

    private List<AgentSession> connected() {
        return open.stream().filter(session -> session.agent() != null).toList();
    }

    private void measure(long now) {
        int behind = 0;
        long oldestMillis = 0;
        for (AgentSession session : connected()) {
            AgentRecord agent = session.agent();
            Long age = agent == null ? null : agent.reportAgeMillis(now);
            oldestMillis = Math.max(oldestMillis, age == null ? 0 : age);
            boolean current = slices == null || agent == null || slices.id().equals(agent.applied());
            behind += current ? 0 : 1;
        }
        meters.behind(behind, oldestMillis);
    }

    private static void logReplaced(AgentRecord record) {
        LOG.atInfo()
                .addKeyValue("agent", record.id())
                .addKeyValue("bootId", record.bootId())
                .log("agent's session replaced by a newer one");
    }

    /** Holds for the thread that asks first, and for no other. */
    private boolean isConfined() {
        if (confinedTo == null) {
            confinedTo = Thread.currentThread();
        }
        return confinedTo == Thread.currentThread();
    }
}
