package dev.drover.edge.view;

import dev.drover.api.session.View;
import dev.drover.api.settings.ProbeSettings;
import dev.drover.api.settings.ViewSettings;
import dev.drover.api.verdict.Tally;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has seen of one region, what it concludes, and which probes it needs next.
 *
 * <p>LOST when the newest probes in the order of sending all failed, are {@code lostProbes} at least and were sent over
 * {@code lostSpan} at least (probes under way are passed over), or when so many of the newest users' requests failed that chance is out
 * of the question. GOOD again at the success of a probe that was sent later than the evidence, once neither holds any
 * more: users' errors count as long as they are fresh, whatever probes say.
 *
 * <p>Probes: regular ones with jitter; from a failed probe, one unanswered for 200 ms, or a failed or silent request on,
 * confirmation probes until a success; while LOST, or under an overlay, one each half second.
 *
 * <p>Times are nanoseconds of one monotonic clock. Confined to the agent's event loop; pure but for its own state.
 */
public final class RegionWatch {

    private static final long DOUBT_NANOS = Duration.ofMillis(200).toNanos();

    private final ProbeLog probes = new ProbeLog();
    private final ProbeSchedule schedule;
    private final SilenceWatch silence;
    private RequestWindow requests;
    private ViewSettings view;
    private ProbeSettings probe;
    private View concluded = View.GOOD;
    private String evidence = "";
    private long clearedBySuccessAfter;
    private long requestsEnded;
    private long requestsFailed;

    /**
     * Watches a region of which nothing is known.
     *
     * @param random spreads the first probe over an interval
     */
    public RegionWatch(ViewSettings view, ProbeSettings probe, long nanos, RandomGenerator random) {
        this.view = view;
        this.probe = probe;
        schedule = new ProbeSchedule(probe, nanos, random);
        silence = new SilenceWatch(nanos);
        requests = new RequestWindow(view.requestWindow());
    }

    /** New parameters, from now on; what was seen is kept, but for the requests if their window has another length. */
    public void adopt(ViewSettings newView, ProbeSettings newProbe) {
        view = newView;
        probe = newProbe;
        if (!requests.covers(newView.requestWindow())) {
            requests = new RequestWindow(newView.requestWindow());
        }
    }

    /** Looks for silence; called every 25 ms or so, at least every 200 ms. */
    public void advance(long nanos) {
        int silent = silence.look(nanos, view.silentAfter().toNanos());
        for (int i = 0; i < silent; i++) {
            requests.failed(nanos);
        }
        if (silent > 0) {
            schedule.confirm(probes.newestSent());
        }
        long doubted = probes.newDoubt(nanos, DOUBT_NANOS);
        if (doubted > 0) {
            schedule.confirm(doubted - 1);
        }
        judge(nanos);
    }

    /**
     * The next probe that is due; ask until there is none. Whoever asks sends it, and says later how it ended.
     *
     * @param overlaid whether an overlay is on the region
     * @return null if none is due
     */
    public @Nullable ProbeOrder nextProbe(long nanos, boolean overlaid, RandomGenerator random) {
        ProbeKind due = schedule.due(nanos, probe, attention(overlaid), random);
        if (due == null) {
            return null;
        }
        long number = probes.send(due, nanos, Math.max(view.lostProbes(), view.returnProbes())).number;
        return new ProbeOrder(number, due, due == ProbeKind.REGULAR ? probe.timeout() : probe.confirmTimeout());
    }

    private ProbeSchedule.Attention attention(boolean overlaid) {
        if (concluded == View.LOST) {
            return ProbeSchedule.Attention.LOST;
        }
        return overlaid ? ProbeSchedule.Attention.OVERLAID : ProbeSchedule.Attention.USUAL;
    }

    /**
     * A probe ended.
     *
     * @param number as {@link #nextProbe} gave it
     * @return its kind; null if it is unknown or has ended before
     */
    public @Nullable ProbeKind probeEnded(long number, boolean ok, long nanos) {
        ProbeLog.Probe ended = probes.end(number, ok);
        if (ended == null) {
            return null;
        }
        if (ok) {
            schedule.succeeded(number);
        } else if (number > probes.newestSuccess()) {
            schedule.confirm(number);
        }
        judge(nanos);
        return ended.kind;
    }

    /** A user's request goes out to the region now. */
    public WatchedRequest requestSent(long nanos) {
        WatchedRequest request = new WatchedRequest(nanos);
        silence.add(request);
        return request;
    }

    /** It was answered; if its silence had counted as a failure, that is taken back. False if it had ended before. */
    public boolean succeeded(WatchedRequest request, long nanos) {
        if (request.hasEnded()) {
            return false;
        }
        if (request.isSilent()) {
            requests.forgive(request.silentNanos());
        } else {
            requests.succeeded(nanos);
        }
        request.end();
        requestsEnded++;
        return true;
    }

    /** It failed; counted once, also if its silence had counted already. False if it had ended before. */
    public boolean failed(WatchedRequest request, long nanos) {
        if (request.hasEnded()) {
            return false;
        }
        if (!request.isSilent()) {
            requests.failed(nanos);
        }
        request.end();
        requestsEnded++;
        requestsFailed++;
        schedule.confirm(probes.newestSent());
        judge(nanos);
        return true;
    }

    /** The user went away; a silence that had counted stays counted. */
    public void abandoned(WatchedRequest request) {
        request.end();
    }

    /** What is concluded now. */
    public View view() {
        return concluded;
    }

    /** Why it was last called LOST, in words; empty if it never was. */
    public String evidence() {
        return evidence;
    }

    /** Whether probes alone call it lost at this moment. */
    public boolean isLostByProbes() {
        ProbeLog.FailedRun run = probes.failedRun();
        return run.count() >= view.lostProbes()
                && run.spanNanos() >= view.lostSpan().toNanos();
    }

    /** The number of the probe sent last; 0 if none was. */
    public long newestProbe() {
        return probes.newestSent();
    }

    /** What the newest ended probes say that were sent after that one; {@code returnProbes} of them at most. */
    public Recent recentAfter(long number) {
        return probes.recentAfter(number, view.returnProbes());
    }

    /** How many users' requests ended here since the watch began; abandoned ones are not among them. */
    public Tally requestsSoFar() {
        return new Tally(requestsEnded, requestsFailed);
    }

    private void judge(long nanos) {
        boolean byProbes = isLostByProbes();
        boolean byUsers = requests.isLost(nanos, view);
        if (concluded == View.GOOD && (byProbes || byUsers)) {
            concluded = View.LOST;
            evidence = byProbes ? probeEvidence() : requests.evidence(nanos);
            clearedBySuccessAfter = byProbes ? probes.newestSuccess() : probes.newestSent();
        } else if (concluded == View.LOST && !byProbes && !byUsers && probes.newestSuccess() > clearedBySuccessAfter) {
            concluded = View.GOOD;
        }
    }

    private String probeEvidence() {
        ProbeLog.FailedRun run = probes.failedRun();
        return run.count() + " probes failed in a row over " + run.spanNanos() / 1_000_000 + " ms";
    }
}
