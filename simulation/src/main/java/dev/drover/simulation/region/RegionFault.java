package dev.drover.simulation.region;

import dev.drover.simulation.engine.Dice;

/**
 * What is wrong with a region.
 *
 * @param kind of fault
 * @param amount which part of answers fails, 0 to 1; for SLOW the factor, for FLAPPING the seconds of each phase
 */
public record RegionFault(Kind kind, double amount) {

    /** Nothing is wrong. */
    public static final RegionFault NONE = new RegionFault(Kind.NONE, 0);

    /** The kinds. */
    public enum Kind {
        /** It serves as it should. */
        NONE,
        /** It refuses connections. */
        DARK,
        /** It takes connections and never answers. */
        BLACK_HOLE,
        /** It fails a part of all requests. */
        FAILING,
        /** It answers late. */
        SLOW,
        /** Its answers are there and empty: probes notice. */
        HOLLOW,
        /** It fails a part of users' requests, and no probe. */
        USERS_ONLY,
        /** It is dark and fine in turns. */
        FLAPPING
    }

    /** One of that kind. */
    public static RegionFault of(Kind kind, double amount) {
        return new RegionFault(kind, amount);
    }

    /** What becomes of a request under it. */
    Answer.Kind answer(boolean isProbe, long sinceNanos, Dice dice) {
        return switch (kind) {
            case NONE, SLOW -> Answer.Kind.SERVED;
            case DARK -> Answer.Kind.REFUSED;
            case BLACK_HOLE -> Answer.Kind.SILENT;
            case FAILING -> dice.chance(amount) ? Answer.Kind.FAILED : Answer.Kind.SERVED;
            case HOLLOW -> isProbe ? Answer.Kind.FAILED : Answer.Kind.SERVED;
            case USERS_ONLY -> !isProbe && dice.chance(amount) ? Answer.Kind.FAILED : Answer.Kind.SERVED;
            case FLAPPING -> (long) (sinceNanos / (amount * 1e9)) % 2 == 0 ? Answer.Kind.REFUSED : Answer.Kind.SERVED;
        };
    }

    @Override
    public String toString() {
        return kind + (amount == 0 ? "" : " " + Math.round(amount * 100) / 100.0);
    }
}
