package dev.drover.cli.operator;

import dev.drover.api.rest.AgentView;
import dev.drover.cli.text.Ages;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@code drover agents} shows. */
final class AgentsPage {

    private AgentsPage() {}

    static List<String> render(List<AgentView> agents, Look look, Instant now) {
        if (agents.isEmpty()) {
            return List.of("No agent is known: none has a session with this controller, and none had lately.");
        }
        Table table = Table.of(
                Column.text("AGENT"),
                Column.whole("SESSION"),
                Column.number("HEARD"),
                Column.number("EPOCH"),
                Column.number("REVISION"),
                Column.number("FAILED"),
                Column.number("RETRIED"),
                Column.number("SHED"),
                Column.text("OVERLAY"));
        agents.forEach(agent -> table.row(
                Cell.of(agent.id().toString()),
                sessionOf(agent),
                agent.reportAgeMs() == null ? Cell.NONE : Cell.of(Ages.of(Duration.ofMillis(agent.reportAgeMs()))),
                agent.applied() == null ? Cell.NONE : Cell.of(agent.applied().epoch()),
                agent.applied() == null ? Cell.NONE : Cell.of(agent.applied().revision()),
                countOf(agent.users().failed()),
                Cell.of(agent.users().retried()),
                countOf(agent.users().shed()),
                agent.overlay() == null
                        ? Cell.NONE
                        : new Cell(agent.overlay().region().value(), Style.WARNING)));
        List<String> lines = new ArrayList<>(table.render(look));
        agents.forEach(agent -> remarks(agent, now)
                .forEach(remark -> lines.addAll(Lines.hanging("* ", agent.id() + " " + remark, look.width()))));
        return lines;
    }

    private static Cell sessionOf(AgentView agent) {
        if (!agent.connected()) {
            return new Cell("none", Style.BAD);
        }
        return agent.stale() ? new Cell("stale", Style.WARNING) : new Cell("open", Style.GOOD);
    }

    private static Cell countOf(long number) {
        return new Cell(Long.toString(number), number == 0 ? Style.PLAIN : Style.WARNING);
    }

    private static List<String> remarks(AgentView agent, Instant now) {
        List<String> remarks = new ArrayList<>();
        if (agent.refused() != null) {
            remarks.add("refused a newer policy: " + agent.refused());
        }
        if (agent.overlay() != null) {
            remarks.add("acts on the contingency of " + agent.overlay().region() + " for "
                    + Ages.between(agent.overlay().since(), now) + ": "
                    + agent.overlay().evidence());
        }
        return remarks;
    }
}
