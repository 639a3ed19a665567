package dev.drover.api.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.settings.Check;
import dev.drover.api.text.Printable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says to a controller. A message whose type the reader does not know, or that has none, reads as
 * {@link Unknown}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = AgentMessage.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgentMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = AgentMessage.Report.class, name = "report"),
    @JsonSubTypes.Type(value = AgentMessage.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = AgentMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = AgentMessage.Unknown.class, name = "unknown"),
})
public sealed interface AgentMessage {

    /**
     * The first message of a session.
     *
     * @param agent who speaks
     * @param bootId made anew at each start of the agent's process; 1 to 128 printable characters
     * @param build which build of the agent; 1 to 128 printable characters
     * @param accepts the forms of routing policies that it can read, 1 to 16; {@code v1} is the only one so far
     * @param applied the newest publication that it ever applied; absent if none
     */
    record Hello(AgentId agent, String bootId, String build, List<String> accepts, @Nullable PolicyId applied)
            implements AgentMessage {
        /** The longest boot id, build, or name of a form. */
        public static final int MAX_NAME_CHARACTERS = 128;

        private static final int MAX_FORMS = 16;

        /**
         * Checks the texts.
         *
         * @throws IllegalArgumentException naming the one that is blank or too long
         */
        public Hello {
            accepts = List.copyOf(accepts);
            Check.text("bootId", bootId, MAX_NAME_CHARACTERS);
            Check.text("build", build, MAX_NAME_CHARACTERS);
            if (accepts.isEmpty() || accepts.size() > MAX_FORMS) {
                throw new IllegalArgumentException(
                        "accepts: " + accepts.size() + " forms (expected: 1 to " + MAX_FORMS + ", such as v1)");
            }
            accepts.forEach(form -> Check.text("accepts", form, MAX_NAME_CHARACTERS));
        }
    }

    /**
     * What it saw since the last one.
     *
     * @param sequence 1, 2, 3, ... since the boot; a duplicate or an older one is dropped
     * @param sentAt by the agent's clock
     * @param intervalMs the time that it covers, in ms; 1 to {@link #MAX_COUNT}
     * @param users what happened to users' requests
     * @param regions what it saw of each region; at most {@link #MAX_REGIONS}
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
        /** The most that one report may count of anything: no sum over agents and time overflows. */
        public static final long MAX_COUNT = 1_000_000_000_000L;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException naming the one that is out of its range
         */
        public Report {
            regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
            Check.within("sequence", sequence, 1, Long.MAX_VALUE);
            Check.within("intervalMs", intervalMs, 1, MAX_COUNT);
            if (regions.size() > MAX_REGIONS) {
                throw new IllegalArgumentException(
                        "regions: " + regions.size() + " of them (expected: at most " + MAX_REGIONS + ")");
            }
            Check.within("users/arrived", users.arrived(), 0, MAX_COUNT);
            Check.within("users/failed", users.failed(), 0, MAX_COUNT);
            Check.within("users/retried", users.retried(), 0, MAX_COUNT);
            Check.within("users/shed", users.shed(), 0, MAX_COUNT);
            regions.forEach((region, seen) -> {
                Check.within(
                        "regions/" + region + "/probes/count", seen.probes().count(), 0, MAX_COUNT);
                Check.within(
                        "regions/" + region + "/requests/count", seen.requests().count(), 0, MAX_COUNT);
            });
        }
    }

    /** It adopted a publication and serves by it. */
    record Applied(PolicyId policy) implements AgentMessage {}

    /**
     * It did not adopt a publication and goes on as before.
     *
     * @param policy which; absent if it could not even be read
     * @param reason the value found, and what was expected; cut after 500 characters
     */
    record Refused(@Nullable PolicyId policy, String reason) implements AgentMessage {

        /** The longest reason; what is longer is cut, so that any error may be given as one. */
        public static final int MAX_REASON_CHARACTERS = 500;

        /** Cuts the reason, and escapes what is not printable. */
        public Refused {
            reason = Printable.excerpt(reason, MAX_REASON_CHARACTERS);
        }
    }

    /** A message without a type, or of one that this build does not know: counted and ignored. */
    record Unknown() implements AgentMessage {}
}
