package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import org.jspecify.annotations.Nullable;

/** What happens at an agent, for whoever draws a timeline. Called on the agent's event loop, just after it happened. */
public interface AgentEvents {

    /** Nobody listens. */
    AgentEvents NONE = new AgentEvents() {};

    /** A publication is in force. */
    default void onPolicyApplied(PolicyId policy) {}

    /**
     * A publication was refused.
     *
     * @param policy which; null if it could not be read
     */
    default void onPolicyRefused(@Nullable PolicyId policy, String reason) {}

    /** A view turned. */
    default void onView(RegionId region, View view, String evidence) {}

    /**
     * The overlay began, ended or was replaced.
     *
     * @param overlay the one in force now; null if there is none
     */
    default void onOverlay(@Nullable Overlay overlay) {}

    /** The first retry after ten seconds or more without any: a region has just begun to fail users. */
    default void onFirstRetry() {}

    /** How many controllers there is a session with now. */
    default void onSessions(int up) {}

    /** Something that was kept on disk could not be read, or something could not be kept. */
    default void onDiskFault(String fault) {}
}
