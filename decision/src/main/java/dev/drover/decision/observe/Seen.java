package dev.drover.decision.observe;

import dev.drover.api.session.Answers;
import dev.drover.api.session.RegionReport;
import dev.drover.api.steering.SlowSettings;

/**
 * What one agent saw of one region lately. Immutable.
 *
 * @param history of the last two minutes
 * @param probes how long its probes usually take
 * @param requests how long its users' requests usually take
 */
record Seen(History history, Usual probes, Usual requests) {

    static Seen nothing(long bucket) {
        return new Seen(History.blank(bucket), Usual.UNKNOWN, Usual.UNKNOWN);
    }

    /** Slow is what was slow when it came: by what was usual until then. */
    Seen with(RegionReport report, long bucket, long intervalMs, SlowSettings slow) {
        Answers answers = report.answers() == null ? Answers.NONE : report.answers();
        long[] counts = new long[Column.COUNT];
        counts[Column.PROBES.cell] = report.probes().count();
        counts[Column.PROBES_FAILED.cell] = report.probes().failed();
        counts[Column.REQUESTS.cell] = report.requests().count();
        counts[Column.REQUESTS_FAILED.cell] = report.requests().failed();
        counts[Column.REQUESTS_REFUSED.cell] =
                Math.min(answers.refused(), report.requests().count());
        if (probes.isKnown()) {
            counts[Column.PROBES_TIMED.cell] = answers.ofProbes().count();
            counts[Column.PROBES_SLOW.cell] = probes.slow(answers.ofProbes());
            counts[Column.PROBES_LATE.cell] = probes.late(answers.ofProbes());
        }
        if (requests.isKnown()) {
            counts[Column.REQUESTS_TIMED.cell] = answers.ofRequests().count();
            counts[Column.REQUESTS_SLOW.cell] = requests.slow(answers.ofRequests());
            counts[Column.REQUESTS_LATE.cell] = requests.late(answers.ofRequests());
        }
        return new Seen(
                history.plus(bucket, counts),
                probes.with(answers.ofProbes(), intervalMs, slow),
                requests.with(answers.ofRequests(), intervalMs, slow));
    }
}
