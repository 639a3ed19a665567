package dev.drover.simulation.ensemble;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.memory.InMemorySteeringStore;
import dev.drover.controller.store.memory.MemoryCluster;
import dev.drover.controller.store.memory.MemoryLink;
import dev.drover.simulation.engine.VirtualTime;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.History;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The servers' side of ZooKeeper, as one: what is stored (the store in memory of production), sessions that expire on
 * tick buckets, the line of candidates, and watches.
 */
public final class Ensemble {

    /** What the network calls it. */
    public static final String NAME = "zookeeper";
    /** How long a session lives without a sign of life. */
    public static final Duration SESSION = Duration.ofSeconds(6);
    /** Sessions expire on multiples of it. */
    public static final Duration TICK = Duration.ofMillis(500);

    private final VirtualTime time;
    private final History history;
    private final ServiceId service;
    private final SortedMap<Long, Session> sessions = new TreeMap<>();
    private final List<Session> line = new ArrayList<>();
    private final SortedMap<String, Boolean> unanswered = new TreeMap<>();
    private MemoryCluster cluster;
    private SteeringStore direct;
    private long nextSession = 1;
    private long nextCluster = 1;
    private long slowNanos;
    private long busyUntilNanos;
    private boolean hasQuorum = true;

    private static final class Session {
        private final long id;
        private final StoreConnection client;
        private long heardNanos;
        private @Nullable SimulatedElection candidate;

        Session(long id, StoreConnection client, long heardNanos) {
            this.id = id;
            this.client = client;
            this.heardNanos = heardNanos;
        }
    }

    /** A new and empty one. */
    public Ensemble(VirtualTime time, History history, ServiceId service) {
        this.time = time;
        this.history = history;
        this.service = service;
        this.cluster = newCluster();
        this.direct = serve(cluster);
        tick();
    }

    private MemoryCluster newCluster() {
        return new MemoryCluster(ClusterId.of(String.format("00000000-0000-4000-8000-%012d", nextCluster++)));
    }

    private SteeringStore serve(MemoryCluster contents) {
        SteeringStore store = new InMemorySteeringStore(contents, new MemoryLink(Runnable::run));
        store.listen(new SteeringStore.Listener() {
            @Override
            public void onChange() {
                sessions.values().forEach(session -> session.client.watchFired());
            }

            @Override
            public void onConnection(SteeringStore.Connection connection) {
                // It is always there: what may fail is the way to it.
            }
        });
        return store;
    }

    private void tick() {
        long now = time.nanos();
        List<Session> silent = hasQuorum
                ? sessions.values().stream()
                        .filter(session -> now - session.heardNanos > SESSION.toNanos())
                        .toList()
                : List.of();
        silent.forEach(this::expire);
        time.after(TICK.toNanos(), this::tick);
    }

    private void expire(Session session) {
        sessions.remove(session.id);
        withdraw(session);
    }

    private void withdraw(Session session) {
        boolean wasFirst = !line.isEmpty() && line.get(0) == session;
        line.remove(session);
        session.candidate = null;
        if (wasFirst && !line.isEmpty()) {
            tellElected(line.get(0));
        }
    }

    private static void tellElected(Session session) {
        SimulatedElection candidate = session.candidate;
        if (candidate != null) {
            session.client.tell(candidate::elected);
        }
    }

    /** A client comes, with the session that it had (0 if none): the session that it has now, or -1 if that is over. */
    void connect(StoreConnection client, long known, Consumer<Long> answer) {
        if (!hasQuorum) {
            return;
        }
        Session session = known == 0 ? new Session(nextSession++, client, time.nanos()) : sessions.get(known);
        if (session != null) {
            session.heardNanos = time.nanos();
            sessions.put(session.id, session);
        }
        answer.accept(session == null ? -1 : session.id);
    }

    /** A sign of life; whether it is answered. */
    boolean touch(long id) {
        Session session = sessions.get(id);
        if (!hasQuorum || session == null) {
            return false;
        }
        session.heardNanos = time.nanos();
        return true;
    }

    /** Ends a session at its owner's wish. */
    void end(long id) {
        Session session = sessions.get(id);
        if (session != null) {
            expire(session);
        }
    }

    /** Stands in line from now on; whoever is first is told, each time that he asks. */
    void enter(long id, SimulatedElection candidate) {
        Session session = sessions.get(id);
        if (!hasQuorum || session == null) {
            return;
        }
        session.candidate = candidate;
        if (!line.contains(session)) {
            line.add(session);
        }
        if (line.get(0) == session) {
            tellElected(session);
        }
    }

    /** Gives up the place in line. */
    void leave(long id) {
        Session session = sessions.get(id);
        if (session != null) {
            withdraw(session);
        }
    }

    /** Carries out a call when its turn comes; not at all without a quorum. */
    <T> void execute(Function<SteeringStore, Future<T>> work, Consumer<Future<T>> answer) {
        if (!hasQuorum) {
            return;
        }
        busyUntilNanos = Math.max(busyUntilNanos, time.nanos()) + slowNanos;
        time.after(busyUntilNanos - time.nanos(), () -> answer.accept(work.apply(direct)));
    }

    /** The answer to that attempt to publish never came. */
    void unanswered(String publicationId, boolean done) {
        unanswered.put(publicationId, done);
    }

    /** Whether an attempt's answer was lost, and if so whether it had been carried out; null if it was not lost. */
    @Nullable
    Boolean forgetUnanswered(String publicationId) {
        return unanswered.remove(publicationId);
    }

    /** What is stored, whoever asks. */
    public StoreContents contents() {
        return direct.read(service).result();
    }

    /** Whether a publication of that revision is still there. */
    public boolean holds(long revision) {
        return direct.readPublication(service, revision).result().isPresent();
    }

    /** Without a quorum nothing is answered, and sessions live on. */
    public void setQuorum(boolean present) {
        if (present && !hasQuorum) {
            sessions.values().forEach(session -> session.heardNanos = time.nanos());
        }
        hasQuorum = present;
    }

    /** From now on each call takes that much longer, one after the other. */
    public void setSlow(Duration perCall) {
        slowNanos = perCall.toNanos();
    }

    /** Says to a candidate further back that it is elected: elections have had such faults. */
    public void electAnother() {
        if (line.size() > 1) {
            tellElected(line.get(1));
        }
    }

    /** The election is right again: who is not first in line learns that he is not elected. */
    public void setElectionRight() {
        for (Session session : line.subList(Math.min(1, line.size()), line.size())) {
            SimulatedElection candidate = session.candidate;
            if (candidate != null) {
                session.client.tell(candidate::notElected);
            }
        }
    }

    /** All sessions are over at once, whoever is connected. */
    public void expireAll() {
        line.clear();
        sessions.clear();
    }

    /** What a snapshot taken now holds. */
    public MemoryCluster snapshot() {
        return cluster.copy();
    }

    /** Everything is lost. */
    public void wipe() {
        replace(newCluster(), "wiped");
    }

    /** What the snapshot holds is there from now on, and nothing else. */
    public void restore(MemoryCluster snapshot) {
        replace(snapshot.copy(), "restored from a snapshot");
    }

    private void replace(MemoryCluster contents, String how) {
        direct.close().onFailure(failure -> {
            throw new AssertionError(failure);
        });
        cluster = contents;
        direct = serve(contents);
        expireAll();
        history.tell(new Fact.StoreReplaced(how));
    }
}
