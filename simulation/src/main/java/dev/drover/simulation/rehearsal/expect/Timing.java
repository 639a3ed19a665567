package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.reading.Fields;
import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When something must be so.
 *
 * @param kind once in the time, or all the time
 * @param fromNanos when the time begins
 * @param untilNanos when it ends, that moment included; the end of the scenario if that is earlier
 */
record Timing(Kind kind, long fromNanos, long untilNanos) {

    /** The keys that a timing is written with. */
    static final List<String> KEYS = List.of("by", "at", "from", "until");

    /** Once or always. */
    enum Kind {
        /** At some moment of the time. */
        BY,
        /** At that one moment. */
        AT,
        /** At every moment of the time. */
        THROUGHOUT
    }

    /** Reads a timing within a scenario that ends then. */
    static Timing read(Fields fields, Duration ends) {
        for (String key : KEYS) {
            if (fields.has(key) && fields.duration(key).compareTo(ends) > 0) {
                throw fields.fault(key, "after the end of the scenario (expected: at most what lasts says)");
            }
        }
        if (fields.has("at")) {
            refuse(fields, "at", "by", "from", "until");
            long at = fields.duration("at").toNanos();
            return new Timing(Kind.AT, at, at);
        }
        long from = fields.durationOr("from", Duration.ZERO).toNanos();
        if (fields.has("by")) {
            refuse(fields, "by", "until");
            return ordered(
                    fields,
                    "by",
                    new Timing(Kind.BY, from, fields.duration("by").toNanos()));
        }
        return window(fields, ends);
    }

    /** Reads a time from one moment to another. */
    static Timing window(Fields fields, Duration ends) {
        Timing timing = new Timing(
                Kind.THROUGHOUT,
                fields.durationOr("from", Duration.ZERO).toNanos(),
                fields.durationOr("until", ends).toNanos());
        return ordered(fields, fields.has("until") ? "until" : "from", timing);
    }

    private static Timing ordered(Fields fields, String key, Timing timing) {
        if (timing.fromNanos > timing.untilNanos) {
            throw fields.fault(key, Recording.time(timing.untilNanos) + " (expected: from is not later)");
        }
        return timing;
    }

    private static void refuse(Fields fields, String key, String... others) {
        for (String other : others) {
            if (fields.has(other)) {
                throw fields.fault(other, "beside " + key + " (expected: either)");
            }
        }
    }

    /** Where and how the state is not as it must be; nothing if it is. */
    Optional<String> broken(State state, Recording recording) {
        return kind == Kind.BY ? neverSo(state, recording) : notAlwaysSo(state, recording);
    }

    private Optional<String> notAlwaysSo(State state, Recording recording) {
        for (long nanos : moments(state, recording, fromNanos, Math.min(untilNanos, recording.endNanos()))) {
            Optional<String> instead = state.instead(recording, nanos);
            if (instead.isPresent()) {
                return Optional.of(
                        "at " + Recording.time(nanos) + ": " + instead.get() + " (expected: " + state.expected() + ")");
            }
        }
        return Optional.empty();
    }

    private Optional<String> neverSo(State state, Recording recording) {
        for (long nanos : moments(state, recording, fromNanos, untilNanos)) {
            if (state.instead(recording, nanos).isEmpty()) {
                return Optional.empty();
            }
        }
        String later = "it never is";
        for (long nanos : moments(state, recording, untilNanos, recording.endNanos())) {
            if (state.instead(recording, nanos).isEmpty()) {
                later = "it is so from " + Recording.time(nanos) + " on";
                break;
            }
        }
        return Optional.of("by " + Recording.time(untilNanos) + ": "
                + state.instead(recording, untilNanos).orElse("") + " (expected: " + state.expected() + "); " + later);
    }

    private static SortedSet<Long> moments(State state, Recording recording, long fromNanos, long untilNanos) {
        SortedSet<Long> moments = new TreeSet<>();
        moments.add(fromNanos);
        for (Timeline<?> watched : state.watched(recording)) {
            watched.changes(fromNanos, untilNanos).forEach(change -> moments.add(change.nanos()));
        }
        return moments;
    }

    @Override
    public String toString() {
        String from = fromNanos == 0 ? "" : " from " + Recording.time(fromNanos) + " on";
        return switch (kind) {
            case AT -> "at " + Recording.time(fromNanos);
            case BY -> "by " + Recording.time(untilNanos) + from;
            case THROUGHOUT -> "from " + Recording.time(fromNanos) + " until " + Recording.time(untilNanos);
        };
    }
}
