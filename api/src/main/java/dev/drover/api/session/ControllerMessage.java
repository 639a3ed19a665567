package dev.drover.api.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.routing.SealedPolicy;

/** What a controller says to an agent. A type that the reader does not know reads as {@link Unknown}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ControllerMessage.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ControllerMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ControllerMessage.Policy.class, name = "policy"),
    @JsonSubTypes.Type(value = ControllerMessage.Goodbye.class, name = "goodbye"),
})
public sealed interface ControllerMessage {

    /**
     * The answer to a hello.
     *
     * @param controller who speaks
     * @param cluster whose replica it is
     */
    record Welcome(String controller, ClusterId cluster) implements ControllerMessage {}

    /** The newest slice of the agent's edge. */
    record Policy(SealedPolicy policy) implements ControllerMessage {}

    /**
     * The session ends.
     *
     * @param reason why
     * @param retryAfterMs how long the agent should wait at least before it comes back
     */
    record Goodbye(String reason, long retryAfterMs) implements ControllerMessage {}

    /** A message of a type that this build does not know: counted and ignored. */
    record Unknown() implements ControllerMessage {}
}
