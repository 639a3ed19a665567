package dev.drover.cli.operator;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.routing.Mark;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code drover explain} shows. */
final class PublicationPage {

    private final Look look;
    private final Instant now;

    PublicationPage(Look look, Instant now) {
        this.look = look;
        this.now = now;
    }

    /** Which publication, when, and why. */
    List<String> header(PublicationView publication) {
        List<String> lines = new ArrayList<>(Lines.wrap(
                publication.service() + ", " + publication.id() + ", published "
                        + Ages.instant(publication.publishedAt()) + " ("
                        + Ages.between(publication.publishedAt(), now) + " ago)",
                look.width()));
        publication.explanation().forEach(each -> lines.addAll(Lines.hanging("* ", each, look.width())));
        publication.regions().forEach((region, routed) -> {
            if (routed.mark() != Mark.OPEN) {
                lines.addAll(Lines.hanging("* ", markOf(region, routed.mark()), look.width()));
            }
        });
        return lines;
    }

    /** Who serves the edge's users now, and who would if one of them were lost. */
    List<String> edge(EdgeId edge, SlotTable slots) {
        Table table = Table.of(
                Column.text("EDGE " + edge), Column.number("SLOTS"), Column.number("SHARE"), Column.wrapped("IF LOST"));
        slots.weights()
                .forEach((owner, weight) -> table.row(
                        new Cell(owner.toString(), owner.isShed() ? Style.BAD : Style.PLAIN),
                        Cell.of(weight),
                        Cell.of(Figures.basisPoints(weight)),
                        owner.isShed() ? Cell.NONE : Cell.of(ifLost(slots, owner))));
        List<String> lines = new ArrayList<>(table.render(look));
        lines.addAll(Lines.wrap(homeSentence(slots), look.width()));
        return lines;
    }

    private static String markOf(RegionId region, Mark mark) {
        return mark == Mark.CLOSED
                ? region + " is closed: it serves nobody."
                : region + " is draining: it gets no new users.";
    }

    /** Where the owner's slots go, and who then serves how much. */
    private static String ifLost(SlotTable slots, Owner lost) {
        SortedMap<Owner, Integer> taken = new TreeMap<>();
        for (SlotRun run : slots.runs()) {
            if (run.owner().equals(lost)) {
                taken.merge(run.understudy(), run.size(), Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        taken.forEach((understudy, gain) -> parts.add(unbroken(understudy + " +" + Figures.basisPoints(gain)) + " "
                + unbroken("to " + Figures.basisPoints(slots.weightOf(understudy) + gain))));
        return String.join(", ", parts);
    }

    private static String homeSentence(SlotTable slots) {
        int away = 0;
        for (SlotRun run : slots.runs()) {
            away += run.owner().equals(run.home()) ? 0 : run.size();
        }
        return away == 0
                ? "Every user is at home."
                : Figures.basisPoints(away) + " of the users are away from their home region.";
    }

    private static String unbroken(String text) {
        return text.replace(' ', Lines.NO_BREAK);
    }
}
