package dev.drover.api.cause;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Verdict;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know of a decision though nothing changes by it: what is held back, by which limit, and whom the
 * leader does not believe. Receipts, the status page and the tests print the same.
 *
 * <p>A note of a kind that the reader does not know reads as {@link Unknown}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Note.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Note.Blind.class, name = "blind"),
    @JsonSubTypes.Type(value = Note.Ambiguous.class, name = "ambiguous"),
    @JsonSubTypes.Type(value = Note.Panicking.class, name = "panicking"),
    @JsonSubTypes.Type(value = Note.SingleVantage.class, name = "single-vantage"),
    @JsonSubTypes.Type(value = Note.EdgeSuspected.class, name = "edge-suspected"),
    @JsonSubTypes.Type(value = Note.ClocksDiffer.class, name = "clocks-differ"),
    @JsonSubTypes.Type(value = Note.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Note.Observed.class, name = "observed"),
    @JsonSubTypes.Type(value = Note.Suppressed.class, name = "suppressed"),
    @JsonSubTypes.Type(value = Note.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Note.Unknown.class, name = "unknown"),
})
public sealed interface Note {

    /** The note in one sentence, for a person on call. */
    String sentence();

    /**
     * Too few edges are heard.
     *
     * @param eligibleEdges how many have a vote
     * @param knownEdges how many there are
     */
    record Blind(int eligibleEdges, int knownEdges) implements Note {
        @Override
        public String sentence() {
            return "BLIND: only " + eligibleEdges + " of " + knownEdges
                    + " edges report and can be believed; no verdict changes until more do.";
        }
    }

    /**
     * Most edges blame most regions at once.
     *
     * @param eligibleEdges how many have a vote
     */
    record Ambiguous(int eligibleEdges) implements Note {
        @Override
        public String sentence() {
            return "AMBIGUOUS: most of " + eligibleEdges
                    + " edges blame most regions; no verdict changes, a person must look.";
        }
    }

    /**
     * Every region that may serve is lost or down.
     *
     * @param since when it began
     */
    record Panicking(Instant since) implements Note {
        @Override
        public String sentence() {
            return "PANIC: every region is lost or down since " + since
                    + "; users stay where they are, a person must look.";
        }
    }

    /** The only edge calls that region LOST, and nobody can contradict it. */
    record SingleVantage(EdgeId edge, RegionId region) implements Note {
        @Override
        public String sentence() {
            return "Edge " + edge + " calls " + region
                    + " LOST and is the only one: nothing is concluded (judge.panel.singleVantage), a person must look.";
        }
    }

    /**
     * An edge blames most regions while others do not: its votes do not count.
     *
     * @param score how far it is suspected, 1 to 8
     */
    record EdgeSuspected(EdgeId edge, int score) implements Note {
        @Override
        public String sentence() {
            return "Edge " + edge + " blames most regions while others do not (score " + score
                    + "): its votes do not count.";
        }
    }

    /**
     * The leader's clock and the agents' differ by too much: no order expires.
     *
     * @param differenceMs the median over the edges
     * @param toleranceMs up to which orders expire
     */
    record ClocksDiffer(long differenceMs, long toleranceMs) implements Note {
        @Override
        public String sentence() {
            return "The leader's clock and the agents' differ by " + differenceMs + " ms (limit " + toleranceMs
                    + "): no order expires, a person must look.";
        }
    }

    /**
     * A guard keeps a region in rotation.
     *
     * @param guard its name, as in the steering policy
     * @param verdict what is concluded of the region; absent if an operator's order is what is held back
     * @param limit the guard's
     * @param value what would have been
     */
    record Held(String guard, RegionId region, @Nullable Verdict verdict, double limit, double value) implements Note {
        /** Whether that is an operator's order for that region. */
        public boolean holdsOrderOf(RegionId ordered) {
            return verdict == null && region.equals(ordered);
        }

        @Override
        public String sentence() {
            return region + " is not taken out of rotation"
                    + (verdict == null ? "" : ", although it is " + verdict)
                    + ": " + guard + " is " + plain(limit) + ", and it would be " + plain(value) + ".";
        }

        private static String plain(double number) {
            return number == Math.rint(number)
                    ? Long.toString((long) number)
                    : String.format(Locale.ROOT, "%.2f", number);
        }
    }

    /**
     * The region, or the whole service, is in observe mode: it would not own its slots any more.
     *
     * @param verdict what is concluded of it
     */
    record Observed(RegionId region, Verdict verdict) implements Note {
        @Override
        public String sentence() {
            return region + " is " + verdict + " and only observed: nothing moves.";
        }
    }

    /**
     * A region that went down too often stays out although it is clean.
     *
     * @param penalty what it has left
     * @param reuseAt under which it may return
     */
    record Suppressed(RegionId region, long penalty, long reuseAt) implements Note {
        @Override
        public String sentence() {
            return region + " went down too often and stays out: its penalty is " + penalty + ", and it returns below "
                    + reuseAt + " or when an operator restores it.";
        }
    }

    /**
     * A hand-over waits.
     *
     * @param percent where it stands
     * @param strain what it waits for to pass; absent if it was taken back a step and is held there
     */
    record Waiting(RegionId region, int percent, @Nullable Strain strain) implements Note {
        @Override
        public String sentence() {
            return "The hand-over of " + region + " waits at " + percent + " %: "
                    + (strain == null ? "it was taken back a step, or too few edges report" : strain.sentence()) + ".";
        }
    }

    /** A note without a kind, or of one that this build does not know: another build wrote it. */
    record Unknown() implements Note {
        @Override
        public String sentence() {
            return "A note that this build does not know.";
        }
    }
}
