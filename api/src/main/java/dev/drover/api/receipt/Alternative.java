package dev.drover.api.receipt;

import java.util.Locale;

/**
 * Something that could have been done instead.
 *
 * @param option which
 * @param figures what it would have come to
 * @param reason why it was not done: the first goal, in their order, by which it is the worse one
 */
public record Alternative(Option option, Figures figures, Reason reason) {

    /** What there is to choose from. */
    public enum Option {
        /** Nobody moves. */
        STAY("leave everybody where they are"),
        /** Everybody is solved for anew, as if nobody were anywhere yet. */
        SOLVE_ANEW("solve for everybody anew"),
        /** Everybody goes home. */
        GO_HOME("send everybody home");

        private final String words;

        Option(String words) {
            this.words = words;
        }
    }

    /** Why an alternative is worse. */
    public enum Reason {
        /** It gives users to a region that may have none. */
        USES_CLOSED_REGION("it gives users to a region that is out of rotation"),
        /** It fills a region beyond its maximum. */
        ABOVE_MAXIMUM("it fills a region beyond its maximum"),
        /** It serves fewer users. */
        SHEDS_MORE("it serves fewer users"),
        /** Its fullest region is fuller. */
        HOTTER("its fullest region is fuller"),
        /** Users are farther from their regions. */
        FARTHER("users are farther from their regions"),
        /** It moves more users than the gain is worth. */
        MOVES_MORE("it moves more users than the gain is worth");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** The alternative in one sentence, for a person on call. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Not done: %s (%.0f requests/s shed, fullest region at %.0f %%, %.0f ms on average, %.0f requests/s moved),"
                        + " because %s.",
                option.words,
                figures.shedRps(),
                figures.peakUtilization() * 100,
                figures.meanLatencyMs(),
                figures.movedRps(),
                reason.words);
    }
}
