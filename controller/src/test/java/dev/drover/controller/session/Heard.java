package dev.drover.controller.session;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.AgentMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down what sessions tell. */
public final class Heard implements AgentSessions.Listener {

    public final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void onHello(AgentMessage.Hello hello) {
        events.add("hello " + hello.agent() + " " + hello.bootId());
    }

    @Override
    public void onReport(AgentId agent, String bootId, AgentMessage.Report report) {
        events.add("report " + agent + " " + bootId + " " + report.sequence());
    }

    @Override
    public void onApplied(AgentId agent, PolicyId policy) {
        events.add("applied " + agent + " " + policy.revision());
    }

    @Override
    public void onRefused(AgentId agent, @Nullable PolicyId policy, String reason) {
        events.add("refused " + agent + " " + (policy == null ? "?" : policy.revision()) + " " + reason);
    }

    @Override
    public void onGone(AgentId agent) {
        events.add("gone " + agent);
    }
}
