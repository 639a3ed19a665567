package dev.drover.edge;

import static dev.drover.edge.Given.AGENT;
import static dev.drover.edge.Given.HOMEPAGE;
import static dev.drover.edge.Given.T0;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.edge.adopt.Adoption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** An agent's core in virtual time: regions that answer probes and users as told, and a record of what it did. */
public final class EdgeWorld {

    private static final long MILLI = 1_000_000;

    private final SplittableRandom random;
    private final Duration tick;
    private final SortedMap<RegionId, Behaviour> behaviours = new TreeMap<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
    private final List<Seen> seen = new ArrayList<>();
    private final SortedMap<RegionId, Long> probes = new TreeMap<>();
    public final AgentCore core;
    private long nanos;
    private long order;
    private long users;

    /** How a region answers what is sent to it at a moment. */
    public interface Behaviour {
        Answer answer(long millis, SplittableRandom random);
    }

    /** After so many ms; {@code NEVER} means never. */
    public record Answer(boolean ok, long afterMillis) {}

    /** What the core wanted done, and when. */
    public record Seen(long millis, Effect effect) {}

    private record Due(long nanos, long order, Runnable work) {}

    public static final Behaviour HEALTHY = (millis, random) -> new Answer(true, 50);
    public static final Behaviour DEAD = (millis, random) -> new Answer(false, 50);
    public static final Behaviour SILENT = (millis, random) -> new Answer(true, 1_000_000);

    public static Behaviour failing(double ratio) {
        return (millis, random) -> new Answer(random.nextDouble() >= ratio, 50);
    }

    public EdgeWorld(long seed) {
        this(seed, AgentCore.TICK);
    }

    /** With a coarser tick, for long times. */
    public EdgeWorld(long seed, Duration tick) {
        this.tick = tick;
        random = new SplittableRandom(seed);
        core = new AgentCore(AGENT, HOMEPAGE, random.split(), 0);
        later(0, this::tick);
    }

    public Now now() {
        return new Now(nanos, T0.plusNanos(nanos));
    }

    public long millis() {
        return nanos / MILLI;
    }

    @CanIgnoreReturnValue
    public EdgeWorld region(RegionId region, Behaviour behaviour) {
        behaviours.put(region, behaviour);
        return this;
    }

    @CanIgnoreReturnValue
    public Adoption offer(SealedPolicy policy) {
        Adoption adoption = core.offered(policy, now());
        carryOut();
        return adoption;
    }

    /** Users come evenly from now on, for that long. */
    public void users(int perSecond, Duration during) {
        long gap = 1_000 * MILLI / perSecond;
        for (long at = 0; at < during.toNanos(); at += gap) {
            later(at, this::user);
        }
    }

    private void user() {
        core.arrived(nanos);
        core.routeOf("user-" + users++).first().region().ifPresent(this::request);
    }

    /** A user's request to a region, answered as the region does, time-out 1 s. */
    public void request(RegionId region) {
        OutgoingRequest outgoing = core.requestSent(region, nanos);
        if (outgoing != null) {
            Answer answer = answerOf(region);
            boolean ok = answer.ok && answer.afterMillis < 1_000;
            later(Math.min(1_000, answer.afterMillis) * MILLI, () -> {
                if (ok) {
                    core.requestSucceeded(outgoing, nanos);
                } else {
                    core.requestFailed(outgoing, now());
                }
                carryOut();
            });
        }
    }

    /** Lets that much time pass. */
    public void run(Duration time) {
        long until = nanos + time.toNanos();
        Due due = queue.peek();
        while (due != null && due.nanos <= until) {
            queue.remove();
            nanos = Math.max(nanos, due.nanos);
            due.work.run();
            due = queue.peek();
        }
        nanos = until;
    }

    private void tick() {
        core.advance(now());
        carryOut();
        later(tick.toNanos(), this::tick);
    }

    private void later(long afterNanos, Runnable work) {
        queue.add(new Due(nanos + afterNanos, ++order, work));
    }

    private void carryOut() {
        for (Effect effect : core.takeEffects()) {
            seen.add(new Seen(millis(), effect));
            if (effect instanceof Effect.SendProbe probe) {
                probes.merge(probe.region(), 1L, Long::sum);
                send(probe);
            }
        }
    }

    private void send(Effect.SendProbe probe) {
        Answer answer = answerOf(probe.region());
        long timeout = probe.order().timeout().toMillis();
        boolean ok = answer.ok && answer.afterMillis < timeout;
        int latency = (int) Math.min(timeout, answer.afterMillis);
        later(latency * MILLI, () -> {
            core.probeEnded(probe, ok, latency, now());
            carryOut();
        });
    }

    private Answer answerOf(RegionId region) {
        return behaviours.getOrDefault(region, HEALTHY).answer(millis(), random);
    }

    /** What the core did of one kind. */
    public <T extends Effect> List<T> seen(Class<T> kind) {
        return seen.stream()
                .map(Seen::effect)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** When it first did something of that kind at or after a moment, in ms; -1 if it never did. */
    public long firstMillis(Class<? extends Effect> kind, long fromMillis) {
        return seen.stream()
                .filter(one -> one.millis >= fromMillis && kind.isInstance(one.effect))
                .mapToLong(Seen::millis)
                .findFirst()
                .orElse(-1);
    }

    public List<AgentMessage.Report> reports() {
        return seen(Effect.SendReport.class).stream()
                .map(Effect.SendReport::report)
                .toList();
    }

    public long probesOf(RegionId region) {
        return probes.getOrDefault(region, 0L);
    }

    public void forget() {
        seen.clear();
        probes.clear();
    }
}
