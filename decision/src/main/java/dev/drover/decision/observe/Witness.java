package dev.drover.decision.observe;

import dev.drover.api.session.RegionReport;
import dev.drover.api.verdict.Tally;

/** Who saw it: the probes, or the users' own requests. They are never pooled; the worse one counts. */
public enum Witness {
    /** Regular probes. */
    PROBES,
    /** Real requests. */
    USERS;

    Tally of(RegionReport report) {
        return this == PROBES ? report.probes() : report.requests();
    }
}
