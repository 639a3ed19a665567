package dev.drover.api.steering;

import dev.drover.api.settings.Check;

/**
 * Which edges have a vote.
 *
 * @param suspectAt the score at which an edge that blames most regions while others do not has none, 1 to 8; it rises by
 *     one with each second in which the edge does so, and falls by one with each in which it does not
 * @param singleVantage what a fleet of a single edge may conclude
 */
public record PanelSettings(int suspectAt, SingleVantage singleVantage) {

    /** The highest score: an edge that sees truly again has its vote back that many seconds later. */
    public static final int MAX_SCORE = 8;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming the parameter that is out of its range
     */
    public PanelSettings {
        Check.within("suspectAt", suspectAt, 1, MAX_SCORE);
    }
}
