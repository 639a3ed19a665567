package dev.drover.simulation.node;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.View;
import dev.drover.api.verdict.Tally;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an agent lies in its reports.
 *
 * @param kind of lie
 * @param about which region; null for all
 */
public record Liar(Kind kind, @Nullable RegionId about) {

    /** An honest one. */
    public static final Liar HONEST = new Liar(Kind.HONEST, null);

    /** The kinds. */
    public enum Kind {
        /** It reports what it saw. */
        HONEST,
        /** Everything fails, it says. */
        ALL_FAILS,
        /** Everything is fine, it says. */
        ALL_FINE
    }

    Report told(Report honest) {
        if (kind == Kind.HONEST) {
            return honest;
        }
        SortedMap<RegionId, RegionReport> told = new TreeMap<>();
        honest.regions()
                .forEach((region, seen) -> told.put(region, about == null || about.equals(region) ? lie(seen) : seen));
        return new Report(
                honest.sequence(),
                honest.sentAt(),
                honest.intervalMs(),
                honest.users(),
                told,
                honest.overlay(),
                honest.stale());
    }

    private RegionReport lie(RegionReport seen) {
        boolean fails = kind == Kind.ALL_FAILS;
        return new RegionReport(
                fails ? View.LOST : View.GOOD,
                lie(seen.probes(), fails),
                lie(seen.requests(), fails),
                fails ? null : seen.probeLatencyMs());
    }

    private static Tally lie(Tally seen, boolean fails) {
        return new Tally(seen.count(), fails ? seen.count() : 0);
    }
}
