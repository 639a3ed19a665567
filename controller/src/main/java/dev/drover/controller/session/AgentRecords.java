package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every agent that is connected, or was not long ago: at most {@link #MAX}, the ones gone for longest go first. */
final class AgentRecords {

    /** How many agents are remembered: twice as many as may be connected. */
    static final int MAX = 20_000;
    /** For how long an agent is remembered that is gone. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    private final SortedMap<AgentId, AgentRecord> records = new TreeMap<>();
    /** In the order in which they left. */
    private final Map<AgentId, AgentRecord> gone = new LinkedHashMap<>();

    /** All of them, in the order of their names. */
    Collection<AgentRecord> all() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** The record of an agent that comes: a new one if it is not known. */
    AgentRecord arriving(AgentId id, long nowNanos) {
        gone.remove(id);
        AgentRecord record = records.computeIfAbsent(id, unknown -> new AgentRecord(unknown, nowNanos));
        if (records.size() > MAX) {
            forgetEldest();
        }
        return record;
    }

    /** The agent left. */
    void left(AgentRecord record, long nowNanos) {
        record.disconnect(nowNanos);
        gone.put(record.id(), record);
    }

    /** Forgets those that are gone for too long. */
    void sweep(long nowNanos) {
        Iterator<AgentRecord> eldest = gone.values().iterator();
        while (eldest.hasNext()) {
            AgentRecord record = eldest.next();
            if (record.goneNanos(nowNanos) < REMEMBERED.toNanos()) {
                return;
            }
            eldest.remove();
            records.remove(record.id());
        }
    }

    private void forgetEldest() {
        Iterator<AgentId> eldest = gone.keySet().iterator();
        if (eldest.hasNext()) {
            AgentId id = eldest.next();
            eldest.remove();
            records.remove(id);
        }
    }
}
