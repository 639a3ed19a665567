package dev.drover.decision.observe;

import dev.drover.api.session.Answers;
import dev.drover.api.session.RegionReport;
import dev.drover.api.steering.SlowSettings;

/**
 * How quickly a region answers one agent. Immutable.
 *
 * @param probes how long its probes usually take
 * @param requests how long its users' requests usually take
 */
record Tempo(Usual probes, Usual requests) {

    /** Nothing was seen yet. */
    static final Tempo UNKNOWN = new Tempo(Usual.UNKNOWN, Usual.UNKNOWN);

    /**
     * Counts what a report says of the region. Slow is what was slow when it came: by what was usual until then.
     *
     * @param counts where the counts of the region go
     * @param from where they begin
     */
    void count(RegionReport report, long[] counts, int from) {
        Answers answers = answersOf(report);
        counts[from + Column.PROBES.cell] = report.probes().count();
        counts[from + Column.PROBES_FAILED.cell] = report.probes().failed();
        counts[from + Column.REQUESTS.cell] = report.requests().count();
        counts[from + Column.REQUESTS_FAILED.cell] = report.requests().failed();
        counts[from + Column.REQUESTS_REFUSED.cell] =
                Math.min(answers.refused(), report.requests().count());
        if (probes.isKnown()) {
            counts[from + Column.PROBES_TIMED.cell] = answers.ofProbes().count();
            counts[from + Column.PROBES_SLOW.cell] = probes.slow(answers.ofProbes());
            counts[from + Column.PROBES_LATE.cell] = probes.late(answers.ofProbes());
        }
        if (requests.isKnown()) {
            counts[from + Column.REQUESTS_TIMED.cell] = answers.ofRequests().count();
            counts[from + Column.REQUESTS_SLOW.cell] = requests.slow(answers.ofRequests());
            counts[from + Column.REQUESTS_LATE.cell] = requests.late(answers.ofRequests());
        }
    }

    /** What is usual with that report. */
    Tempo with(RegionReport report, long intervalMs, SlowSettings slow) {
        Answers answers = answersOf(report);
        return new Tempo(
                probes.with(answers.ofProbes(), intervalMs, slow),
                requests.with(answers.ofRequests(), intervalMs, slow));
    }

    private static Answers answersOf(RegionReport report) {
        return report.answers() == null ? Answers.NONE : report.answers();
    }
}
