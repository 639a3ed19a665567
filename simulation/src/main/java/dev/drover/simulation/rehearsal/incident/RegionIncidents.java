package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.region.RegionFault;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.incident.Surroundings.Span;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong with regions. */
final class RegionIncidents {

    private static final double SLOWEST = 1_000;
    private static final Duration QUICKEST_FLAP = Duration.ofMillis(100);

    private RegionIncidents() {}

    static Incident dark(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.DARK, 0));
    }

    static Incident blackHole(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.BLACK_HOLE, 0));
    }

    static Incident hollow(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.HOLLOW, 0));
    }

    static Incident failing(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.FAILING, fields.number("ratio", 0, 1)));
    }

    static Incident failingForUsers(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.USERS_ONLY, fields.number("ratio", 0, 1)));
    }

    static Incident slow(Fields fields, Surroundings around) {
        return fault(fields, around, RegionFault.of(RegionFault.Kind.SLOW, fields.number("factor", 1, SLOWEST)));
    }

    private static Incident fault(Fields fields, Surroundings around, RegionFault fault) {
        Span span = around.span(fields);
        List<Step> steps = new ArrayList<>();
        for (RegionId region : fields.names("region", around.regions())) {
            steps.add(new Step(span.at(), Happening.region(region, fault)));
            steps.add(new Step(span.until(), Happening.region(region, RegionFault.NONE)));
        }
        return new Incident(steps, List.of());
    }

    /** Dark and fine in turns, beginning with dark. */
    static Incident flapping(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        Duration down = phase(fields, "down");
        Duration up = phase(fields, "up");
        Duration last = span.until().compareTo(around.ends()) < 0 ? span.until() : around.ends();
        List<Step> steps = new ArrayList<>();
        for (RegionId region : fields.names("region", around.regions())) {
            for (Duration at = span.at();
                    at.compareTo(last) < 0;
                    at = at.plus(down).plus(up)) {
                Duration back = at.plus(down).compareTo(span.until()) < 0 ? at.plus(down) : span.until();
                steps.add(new Step(at, Happening.region(region, RegionFault.of(RegionFault.Kind.DARK, 0))));
                steps.add(new Step(back, Happening.region(region, RegionFault.NONE)));
            }
        }
        return new Incident(steps, List.of());
    }

    private static Duration phase(Fields fields, String key) {
        Duration phase = fields.duration(key);
        if (phase.compareTo(QUICKEST_FLAP) < 0) {
            throw fields.fault(key, phase.toMillis() + "ms (expected: 100ms at least)");
        }
        return phase;
    }

    /** Serves less than it was tested for. */
    static Incident weak(Fields fields, Surroundings around) {
        Span span = around.span(fields);
        double part = fields.number("capacity", 0, 1);
        List<Step> steps = new ArrayList<>();
        for (RegionId region : fields.names("region", around.regions())) {
            steps.add(new Step(span.at(), strength(region, part)));
            steps.add(new Step(span.until(), strength(region, 1)));
        }
        return new Incident(steps, List.of());
    }

    private static Happening strength(RegionId region, double part) {
        return new Happening(
                "region " + region + " really serves " + Math.round(part * 100) + " % of its capacity",
                fleet -> fleet.region(region).setStrength(part));
    }
}
