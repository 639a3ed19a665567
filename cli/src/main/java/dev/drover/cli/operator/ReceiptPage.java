package dev.drover.cli.operator;

import dev.drover.api.cause.Note;
import dev.drover.api.receipt.Alternative;
import dev.drover.api.receipt.Figures;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Verdict;
import dev.drover.cli.text.Ages;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Column;
import dev.drover.cli.text.Lines;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;
import dev.drover.cli.text.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code drover explain} shows of a receipt: what was seen, what limited the plan, what was not done instead. */
final class ReceiptPage {

    /** As much of a hash as tells two apart. */
    private static final int HASH_CHARACTERS = 12;

    private final Look look;
    private final Instant publishedAt;

    ReceiptPage(Look look, Instant publishedAt) {
        this.look = look;
        this.publishedAt = publishedAt;
    }

    List<String> lines(Receipt receipt) {
        List<String> lines = new ArrayList<>(verdicts(receipt).render(look));
        lines.addAll(Lines.wrap(plan(receipt.figures()), look.width()));
        receipt.limits().stream().map(Limit::sentence).forEach(limit -> point(lines, limit));
        receipt.held().stream().map(Note::sentence).forEach(note -> point(lines, note));
        receipt.rejected().stream().map(Alternative::sentence).forEach(rejected -> point(lines, rejected));
        String hash = receipt.inputsSha256();
        String inputs = hash.substring(0, Math.min(HASH_CHARACTERS, hash.length()));
        lines.addAll(Lines.wrap("Decided from inputs " + inputs + ".", look.width()));
        return lines;
    }

    private void point(List<String> lines, String sentence) {
        lines.addAll(Lines.hanging("* ", sentence.replace(" %", Lines.NO_BREAK + "%"), look.width()));
    }

    private Table verdicts(Receipt receipt) {
        Table table = Table.of(
                Column.text("REGION"),
                Column.text("VERDICT"),
                Column.text("FOR"),
                Column.text("EDGES LOST"),
                Column.text("PROBES FAILED"),
                Column.text("REQUESTS FAILED"));
        receipt.verdicts().forEach((region, verdict) -> {
            Evidence seen = verdict.evidence();
            table.row(
                    Cell.of(region.toString()),
                    new Cell(verdict.verdict().name(), verdict.verdict() == Verdict.HEALTHY ? Style.PLAIN : Style.BAD),
                    Cell.of(Ages.between(verdict.since(), publishedAt)),
                    part(seen.lostEdges(), seen.eligibleEdges()),
                    part(seen.probes().failed(), seen.probes().count()),
                    part(seen.requests().failed(), seen.requests().count()));
        });
        return table;
    }

    private static Cell part(long part, long whole) {
        return whole == 0 ? Cell.NONE : Cell.of(part + " of " + whole);
    }

    private static String plan(Figures figures) {
        return String.format(
                Locale.ROOT,
                "The plan sheds %.0f requests/s, fills the fullest region to %.1f %%, answers from %.0f ms away on average,"
                        + " and moved %.0f requests/s.",
                figures.shedRps(),
                figures.peakUtilization() * 100,
                figures.meanLatencyMs(),
                figures.movedRps());
    }
}
