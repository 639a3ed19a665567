package dev.drover.api.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.settings.Check;
import dev.drover.api.text.Printable;

/**
 * What a controller says to an agent. A message whose type the reader does not know, or that has none, reads as
 * {@link Unknown}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ControllerMessage.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ControllerMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ControllerMessage.Policy.class, name = "policy"),
    @JsonSubTypes.Type(value = ControllerMessage.Goodbye.class, name = "goodbye"),
    @JsonSubTypes.Type(value = ControllerMessage.Unknown.class, name = "unknown"),
})
public sealed interface ControllerMessage {

    /**
     * The answer to a hello.
     *
     * @param controller who speaks; 1 to 128 printable characters
     * @param cluster whose replica it is
     */
    record Welcome(String controller, ClusterId cluster) implements ControllerMessage {

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is blank, too long or not printable
         */
        public Welcome {
            Check.text("controller", controller, AgentMessage.Hello.MAX_NAME_CHARACTERS);
        }
    }

    /** The newest slice of the agent's edge. */
    record Policy(SealedPolicy policy) implements ControllerMessage {}

    /**
     * The session ends.
     *
     * @param reason why; cut after 500 characters
     * @param retryAfterMs how long the agent should wait at least before it comes back, 0 ms to 1 h
     */
    record Goodbye(String reason, long retryAfterMs) implements ControllerMessage {

        /** The longest reason; what is longer is cut. */
        public static final int MAX_REASON_CHARACTERS = 500;

        private static final long LONGEST_RETRY_MS = 3_600_000;

        /**
         * Cuts the reason, escapes what is not printable, and checks the wait.
         *
         * @throws IllegalArgumentException if the wait is out of its range
         */
        public Goodbye {
            reason = Printable.excerpt(reason, MAX_REASON_CHARACTERS);
            Check.within("retryAfterMs", retryAfterMs, 0, LONGEST_RETRY_MS);
        }
    }

    /** A message without a type, or of one that this build does not know: counted and ignored. */
    record Unknown() implements ControllerMessage {}
}
