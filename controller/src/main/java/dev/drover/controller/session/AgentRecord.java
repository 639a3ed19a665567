package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.UserTally;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one agent said, over all of its sessions. Confined to the controller's context. */
final class AgentRecord {

    /** How many earlier boots are remembered, so that a process that was replaced does not come back as the newest. */
    private static final int MAX_EARLIER_BOOTS = 4;

    private final AgentId id;
    private final FloodGate gate;
    private final Deque<String> earlierBoots = new ArrayDeque<>();
    private @Nullable AgentSession session;
    private String bootId = "";
    private String build = "";
    private Instant connectedAt = Instant.EPOCH;
    private Instant lastHeardAt = Instant.EPOCH;
    private AgentMessage.@Nullable Report report;
    private long reportNanos;
    private @Nullable PolicyId applied;
    private @Nullable String refused;
    private UserTally users = UserTally.NONE;
    private long goneSinceNanos;

    AgentRecord(AgentId id, long nowNanos) {
        this.id = id;
        this.gate = new FloodGate(nowNanos);
    }

    AgentId id() {
        return id;
    }

    String bootId() {
        return bootId;
    }

    FloodGate gate() {
        return gate;
    }

    @Nullable
    AgentSession session() {
        return session;
    }

    @Nullable
    PolicyId applied() {
        return applied;
    }

    /** Whether a later boot took that one's place. */
    boolean isEarlierBoot(String boot) {
        return earlierBoots.contains(boot);
    }

    /** A session begins, or takes the place of another. */
    void connect(AgentSession newSession, AgentMessage.Hello hello, Instant now) {
        if (!hello.bootId().equals(bootId)) {
            reboot(hello.bootId());
        }
        session = newSession;
        build = hello.build();
        applied = hello.applied();
        connectedAt = now;
        lastHeardAt = now;
    }

    private void reboot(String boot) {
        if (!bootId.isEmpty()) {
            earlierBoots.addLast(bootId);
        }
        if (earlierBoots.size() > MAX_EARLIER_BOOTS) {
            earlierBoots.removeFirst();
        }
        earlierBoots.remove(boot);
        bootId = boot;
        report = null;
        refused = null;
        users = UserTally.NONE;
    }

    void disconnect(long nowNanos) {
        session = null;
        goneSinceNanos = nowNanos;
    }

    long goneNanos(long nowNanos) {
        return nowNanos - goneSinceNanos;
    }

    void heard(Instant now) {
        lastHeardAt = now;
    }

    /** Takes a report; false, and nothing changes, if it is not newer than the last one of this boot. */
    boolean take(AgentMessage.Report newReport, long nowNanos) {
        if (report != null && newReport.sequence() <= report.sequence()) {
            return false;
        }
        report = newReport;
        reportNanos = nowNanos;
        users = users.plus(newReport.users());
        return true;
    }

    void take(AgentMessage.Applied message) {
        applied = message.policy();
        refused = null;
    }

    void take(AgentMessage.Refused message) {
        refused = message.reason();
    }

    /** Since its last report, in ms; absent if there was none since its boot. */
    @Nullable
    Long reportAgeMillis(long nowNanos) {
        return report == null ? null : TimeUnit.NANOSECONDS.toMillis(nowNanos - reportNanos);
    }

    KnownAgent known(long nowNanos) {
        return new KnownAgent(
                id,
                bootId,
                build,
                session != null,
                connectedAt,
                lastHeardAt,
                report,
                reportAgeMillis(nowNanos),
                applied,
                refused,
                users);
    }
}
