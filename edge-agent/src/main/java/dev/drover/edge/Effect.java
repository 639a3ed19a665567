package dev.drover.edge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.View;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.edge.view.ProbeOrder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shell must do, or may tell, because of what the core concluded. */
public sealed interface Effect {

    /** Send a probe and tell the core how it ended. */
    record SendProbe(RegionId region, List<URI> origins, ProbeSettings settings, ProbeOrder order) implements Effect {}

    /** Send a report to every controller. */
    record SendReport(AgentMessage.Report report) implements Effect {}

    /** A publication is in force from now on; tell every controller, and keep durably that it was applied. */
    record PolicyApplied(PolicyId policy) implements Effect {}

    /** A policy has served for a while: keep it as last known good. */
    record KeepGood(PolicyId id, SealedPolicy policy) implements Effect {}

    /** A view turned. */
    record ViewTurned(RegionId region, View view, String evidence) implements Effect {}

    /**
     * The overlay began, ended or was replaced.
     *
     * @param overlay the one in force now; null if there is none
     * @param why why the one before ended; empty if there was none
     */
    record OverlayTurned(@Nullable Overlay overlay, String why) implements Effect {}

    /** No controller was heard for a while, or one was heard again. */
    record StaleTurned(boolean stale) implements Effect {}
}
