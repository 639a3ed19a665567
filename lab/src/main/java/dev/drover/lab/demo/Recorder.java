package dev.drover.lab.demo;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.Overlay;
import dev.drover.controller.SteadyClock;
import dev.drover.edge.AgentEvents;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Notes what the agents do; safe for use by several threads. */
final class Recorder {

    private final InstantSource clock = new SteadyClock();
    private final ConcurrentLinkedQueue<Happening> happenings = new ConcurrentLinkedQueue<>();

    InstantSource clock() {
        return clock;
    }

    /** Everything so far, in the order in which it was noted. */
    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    AgentEvents of(AgentId agent) {
        return new AgentEvents() {
            @Override
            public void onPolicyApplied(PolicyId policy) {
                happenings.add(new Happening.Applied(clock.instant(), agent, policy));
            }

            @Override
            public void onPolicyRefused(@Nullable PolicyId policy, String reason) {
                happenings.add(new Happening.Refused(clock.instant(), agent, reason));
            }

            @Override
            public void onOverlay(@Nullable Overlay overlay) {
                happenings.add(began(overlay));
            }

            @Override
            public void onFirstRetry() {
                happenings.add(new Happening.Retried(clock.instant(), agent));
            }

            private Happening began(@Nullable Overlay overlay) {
                RegionId region = overlay == null ? null : overlay.region();
                return region == null
                        ? new Happening.OverlayEnded(clock.instant(), agent)
                        : new Happening.OverlayBegan(clock.instant(), agent, region);
            }
        };
    }
}
