package dev.drover.lab.homepage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.api.settings.Check;

/** What can be wrong with a region; as JSON {@code {"mode": "slow", "delayMs": 300, "percent": 30}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mode")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.None.class, name = "none"),
    @JsonSubTypes.Type(value = Fault.Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Fault.Failing.class, name = "failing"),
    @JsonSubTypes.Type(value = Fault.Hollow.class, name = "hollow"),
    @JsonSubTypes.Type(value = Fault.Dark.class, name = "dark"),
    @JsonSubTypes.Type(value = Fault.BlackHole.class, name = "black_hole"),
})
public sealed interface Fault {

    /**
     * What it does to a request.
     *
     * @param die 0 to 99, thrown for this request
     */
    default Fate fateOf(int die) {
        return Fate.NONE;
    }

    /** Nothing is wrong. */
    record None() implements Fault {}

    /**
     * Some answers come late. The delay costs no worker: the region becomes slower, not smaller.
     *
     * @param delayMs how much later, 1 to 60,000
     * @param percent of the requests, 1 to 100
     */
    record Slow(long delayMs, int percent) implements Fault {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the one that is out of its range
         */
        public Slow {
            Check.within("delayMs", (double) delayMs, 1, 60_000);
            Check.within("percent", percent, 1, 100);
        }

        @Override
        public Fate fateOf(int die) {
            return die < percent ? new Fate(false, false, delayMs) : Fate.NONE;
        }
    }

    /**
     * Some requests are answered 503, without a Retry-After: it is not overload.
     *
     * @param percent of the requests, 1 to 100
     */
    record Failing(int percent) implements Fault {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if it is out of it
         */
        public Failing {
            Check.within("percent", percent, 1, 100);
        }

        @Override
        public Fate fateOf(int die) {
            return die < percent ? new Fate(true, false, 0) : Fate.NONE;
        }
    }

    /** Every page is a 200 without rows. */
    record Hollow() implements Fault {

        @Override
        public Fate fateOf(int die) {
            return new Fate(false, true, 0);
        }
    }

    /** Nobody is there: what was open is reset, connections are refused. */
    record Dark() implements Fault {}

    /** Connections are accepted, requests are read, nothing is ever answered. */
    record BlackHole() implements Fault {}
}
