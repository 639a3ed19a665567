package dev.drover.api.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an agent says to a controller. A type that the reader does not know reads as {@link Unknown}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = AgentMessage.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgentMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = AgentMessage.Report.class, name = "report"),
    @JsonSubTypes.Type(value = AgentMessage.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = AgentMessage.Refused.class, name = "refused"),
})
public sealed interface AgentMessage {

    /**
     * The first message of a session.
     *
     * @param agent who speaks
     * @param bootId made anew at each start of the agent's process
     * @param build which build of the agent
     * @param accepts the forms of routing policies that it can read; {@code v1} is the only one so far
     * @param applied the newest publication that it ever applied; absent if none
     */
    record Hello(AgentId agent, String bootId, String build, List<String> accepts, @Nullable PolicyId applied)
            implements AgentMessage {
        /** Copies the list. */
        public Hello {
            accepts = List.copyOf(accepts);
        }
    }

    /**
     * What it saw since the last one.
     *
     * @param sequence 1, 2, 3, ... since the boot; a duplicate or an older one is dropped
     * @param sentAt by the agent's clock
     * @param intervalMs the time that it covers, in ms; more than 0
     * @param users what happened to users' requests
     * @param regions what it saw of each region
     * @param overlay what it acts on by itself; absent if nothing
     * @param stale whether no controller was heard for so long that the policy counts as stale
     */
    record Report(
            long sequence,
            Instant sentAt,
            long intervalMs,
            UserTally users,
            SortedMap<RegionId, RegionReport> regions,
            @Nullable Overlay overlay,
            boolean stale)
            implements AgentMessage {

        /** The most regions that one report may speak of. */
        public static final int MAX_REGIONS = 200;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException naming the one that is out of its range
         */
        public Report {
            regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
            if (sequence < 1 || intervalMs < 1 || regions.size() > MAX_REGIONS) {
                throw new IllegalArgumentException("report: sequence " + sequence + ", intervalMs " + intervalMs + ", "
                        + regions.size() + " regions (expected: 1 or more, 1 or more, at most " + MAX_REGIONS + ")");
            }
        }
    }

    /** It adopted a publication and serves by it. */
    record Applied(PolicyId policy) implements AgentMessage {}

    /**
     * It did not adopt a publication and goes on as before.
     *
     * @param policy which; absent if it could not even be read
     * @param reason the value found, and what was expected
     */
    record Refused(@Nullable PolicyId policy, String reason) implements AgentMessage {}

    /** A message of a type that this build does not know: counted and ignored. */
    record Unknown() implements AgentMessage {}
}
