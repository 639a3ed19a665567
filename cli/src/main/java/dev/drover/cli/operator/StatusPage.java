package dev.drover.cli.operator;

import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.StatusView;
import dev.drover.api.slot.Owner;
import dev.drover.api.verdict.Verdict;
import dev.drover.cli.text.Ages;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Figures;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What {@code drover status} shows. */
final class StatusPage {

    private final Look look;
    private final Instant now;

    StatusPage(Look look, Instant now) {
        this.look = look;
        this.now = now;
    }

    /** Who answers, who leads, and which publication is in force since when. */
    List<String> header(StatusView status, @Nullable Instant publishedAt) {
        List<String> lines = new ArrayList<>();
        lines.addAll(fact("service", status.service() + ", " + policyOf(status, publishedAt)));
        lines.addAll(fact(
                "cluster",
                status.cluster() == null ? "not known yet" : status.cluster().value()));
        lines.addAll(fact("leader", leaderOf(status)));
        if (!status.storeConnected()) {
            lines.addAll(fact(
                    "store",
                    "NOT CONNECTED: " + status.controller() + " can commit nothing, and what it shows may be old"));
        }
        return lines;
    }

    /** Whether the fleet survives the loss of any region. */
    List<String> contingencies(ContingencyReport report) {
        return fact("N-1", ContingencyPage.sentence(report, now));
    }

    List<String> notes(StatusView status) {
        List<String> lines = new ArrayList<>();
        status.notes().forEach(note -> lines.addAll(Lines.hanging("! ", note, look.width())));
        return lines;
    }

    List<String> regions(List<RegionView> regions, List<EvacuationView> evacuations) {
        if (regions.isEmpty()) {
            return List.of("No regions: this controller knows no steering policy yet.");
        }
        Table table = Table.of(
                Column.text("REGION"),
                Column.whole("VERDICT"),
                Column.whole("MARK"),
                Column.number("RPS/CAP"),
                Column.whole("UTILIZATION"),
                Column.number("SHARE"),
                Column.whole("EVACUATION"));
        for (RegionView region : regions) {
            Verdict verdict = region.verdict().verdict();
            table.row(
                    Cell.of(region.id().value()),
                    new Cell(verdict + " " + Ages.between(region.verdict().since(), now), Styles.of(verdict)),
                    new Cell(region.mark().name().toLowerCase(Locale.ROOT), Styles.of(region.mark())),
                    Cell.of(Figures.rps(region.plannedRps()) + "/" + Figures.rps(region.capacityRps())),
                    Styles.utilization(region.plannedUtilization(), look),
                    Cell.of(Figures.percent(region.weight() / 10_000.0)),
                    evacuationOf(region.evacuation(), evacuations));
        }
        List<String> lines = new ArrayList<>(table.render(look));
        for (RegionView region : regions) {
            if (region.verdict().verdict() != Verdict.HEALTHY) {
                lines.addAll(evidenceOf(region));
            }
        }
        return lines;
    }

    List<String> edges(List<EdgeView> edges) {
        if (edges.isEmpty()) {
            return List.of("No edges: none is in a steering policy that this controller knows.");
        }
        Table table = Table.of(
                Column.text("EDGE"),
                Column.number("DEMAND"),
                Column.number("AGENTS"),
                Column.wrapped("WEIGHTS"),
                Column.wrapped("OVERLAY"));
        for (EdgeView edge : edges) {
            String overlays = String.join(
                    " ", edge.overlays().stream().map(Object::toString).toList());
            table.row(
                    Cell.of(edge.id().value()),
                    Cell.of(Figures.rps(edge.demandRps()) + "/s"),
                    new Cell(Integer.toString(edge.liveAgents()), edge.liveAgents() == 0 ? Style.BAD : Style.PLAIN),
                    Cell.of(weights(edge.weights())),
                    overlays.isEmpty() ? Cell.NONE : new Cell(overlays, Style.WARNING));
        }
        return table.render(look);
    }

    /** Each evacuation that holds, in a sentence. */
    List<String> evacuations(List<EvacuationView> evacuations) {
        List<String> lines = new ArrayList<>();
        for (EvacuationView each : evacuations) {
            if (isActive(each)) {
                lines.addAll(Lines.hanging("* ", sentence(each), look.width()));
            }
        }
        return lines;
    }

    static boolean isActive(EvacuationView view) {
        return view.state() != EvacuationState.ENDED && view.state() != EvacuationState.PREDICTED;
    }

    /** Weights as people read them: {@code us-east-1 82% us-west-2 18%}. */
    static String weights(SortedMap<Owner, Integer> weights) {
        List<String> each = new ArrayList<>();
        weights.forEach(
                (owner, weight) -> each.add(owner + Character.toString(Lines.NO_BREAK) + Figures.basisPoints(weight)));
        return String.join(" ", each);
    }

    private List<String> fact(String name, String value) {
        return Lines.hanging(String.format(Locale.ROOT, "%-9s", name), value, look.width());
    }

    private String policyOf(StatusView status, @Nullable Instant publishedAt) {
        return status.policy() == null
                ? "no routing policy yet"
                : status.policy()
                        + (publishedAt == null ? "" : ", published " + Ages.between(publishedAt, now) + " ago");
    }

    private static String leaderOf(StatusView status) {
        String leader = status.leader() == null ? "nobody leads now" : status.leader();
        String answers = status.leading() ? "it answers" : status.controller() + " answers";
        return leader + " (" + answers + ", build " + status.build() + ")";
    }

    private List<String> evidenceOf(RegionView region) {
        return Lines.hanging(
                "* ",
                region.id() + " is " + region.verdict().verdict() + ": "
                        + region.verdict().evidence().sentence() + ".",
                look.width());
    }

    private static Cell evacuationOf(@Nullable OrderId order, List<EvacuationView> evacuations) {
        if (order == null) {
            return Cell.NONE;
        }
        for (EvacuationView view : evacuations) {
            if (view.evacuation().id().equals(order)) {
                return new Cell(view.state().name(), Styles.of(view.state()));
            }
        }
        return new Cell("ordered", Style.WARNING);
    }

    private String sentence(EvacuationView view) {
        Evacuation evacuation = view.evacuation();
        return evacuation.region() + " is evacuated ("
                + evacuation.pace().name().toLowerCase(Locale.ROOT) + ", by "
                + evacuation.author() + " " + Ages.between(evacuation.createdAt(), now) + " ago, expires in "
                + Ages.between(now, evacuation.expiresAt()) + "): " + evacuation.reason() + ". "
                + Convergence.sentence(view) + " Order " + evacuation.id() + ".";
    }
}
