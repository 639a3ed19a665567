package dev.drover.edge.view;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The newest probes of a region in the order of their sending, and how each ended. */
final class ProbeLog {

    /** Room for probes under way; at seven a second and time-outs of seconds there are never more. */
    private static final int UNDER_WAY_MOST = 256;

    private final ArrayDeque<Probe> probes = new ArrayDeque<>();
    private long sent;
    private long newestSuccess;

    /** One probe; {@code ok} is null while it is under way. */
    static final class Probe {
        final long number;
        final ProbeKind kind;
        final long sentNanos;
        private @Nullable Boolean ok;
        private boolean doubted;

        Probe(long number, ProbeKind kind, long sentNanos) {
            this.number = number;
            this.kind = kind;
            this.sentNanos = sentNanos;
        }
    }

    Probe send(ProbeKind kind, long nanos, int kept) {
        Probe probe = new Probe(++sent, kind, nanos);
        probes.addLast(probe);
        while (probes.size() > kept + UNDER_WAY_MOST) {
            probes.removeFirst();
        }
        return probe;
    }

    /** The probe that has just ended; null if it is unknown or has ended before. */
    @Nullable
    Probe end(long number, boolean ok) {
        Probe probe = underWay(number);
        if (probe != null) {
            probe.ok = ok;
            newestSuccess = ok ? Math.max(newestSuccess, number) : newestSuccess;
        }
        return probe;
    }

    private @Nullable Probe underWay(long number) {
        Iterator<Probe> newestFirst = probes.descendingIterator();
        while (newestFirst.hasNext()) {
            Probe probe = newestFirst.next();
            if (probe.number <= number) {
                return probe.number == number && probe.ok == null ? probe : null;
            }
        }
        return null;
    }

    /**
     * The newest regular probe, newer than any success, that has had no answer for that long and was not found before;
     * 0 if there is none. Confirmation probes are not doubted, or a far region would be probed without end.
     */
    long newDoubt(long nanos, long unansweredNanos) {
        Iterator<Probe> newestFirst = probes.descendingIterator();
        while (newestFirst.hasNext()) {
            Probe probe = newestFirst.next();
            if (probe.number <= newestSuccess || probe.doubted) {
                return 0;
            }
            if (probe.kind == ProbeKind.REGULAR && probe.ok == null && nanos - probe.sentNanos >= unansweredNanos) {
                probe.doubted = true;
                return probe.number;
            }
        }
        return 0;
    }

    /** How long a run of failures the newest ended probes are, from the first to the last sending. */
    FailedRun failedRun() {
        long count = 0;
        long first = 0;
        long last = 0;
        Iterator<Probe> newestFirst = probes.descendingIterator();
        while (newestFirst.hasNext()) {
            Probe probe = newestFirst.next();
            if (Boolean.TRUE.equals(probe.ok)) {
                break;
            }
            if (probe.ok != null) {
                first = probe.sentNanos;
                last = count == 0 ? probe.sentNanos : last;
                count++;
            }
        }
        return new FailedRun(count, last - first);
    }

    /** What the newest {@code most} ended probes that were sent after that one say. */
    Recent recentAfter(long number, int most) {
        int ended = 0;
        int failed = 0;
        int clean = 0;
        Iterator<Probe> newestFirst = probes.descendingIterator();
        while (newestFirst.hasNext() && ended < most) {
            Probe probe = newestFirst.next();
            if (probe.number <= number) {
                break;
            }
            if (probe.ok != null) {
                ended++;
                failed += probe.ok ? 0 : 1;
                clean += failed == 0 ? 1 : 0;
            }
        }
        return new Recent(ended, failed, clean);
    }

    long newestSent() {
        return sent;
    }

    long newestSuccess() {
        return newestSuccess;
    }

    record FailedRun(long count, long spanNanos) {}
}
