package dev.drover.simulation.detection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small world to be watched.
 *
 * @param edges how they see, one for each edge; 1 or more
 * @param usersRps requests/s of each edge's users to the region under trial; 0 for none
 * @param trouble that begins after {@code calm}
 * @param calm how long all is well before
 * @param watched how long is looked at most from then on
 * @param baseErrors which part of all answers fails on the best of days, 0 to 1
 * @param sky what else there is
 */
record Trial(
        List<Eyes> edges,
        double usersRps,
        Trouble trouble,
        Duration calm,
        Duration watched,
        double baseErrors,
        Sky sky) {

    /** Whether there is noise beside the trouble. */
    enum Sky {
        /** None but the base errors. */
        CLEAR,
        /** Each hour, in each region, a full blip of 6 s and a burst of 20 s in which one of ten answers fails. */
        BUMPY
    }

    /** Before a trouble there must be something to compare it with. */
    private static final Duration CALM = Duration.ofSeconds(90);

    private static final Duration WATCHED = Duration.ofMinutes(6);
    private static final double BASE_ERRORS = 0.005;

    Trial {
        edges = List.copyOf(edges);
    }

    static Trial of(int edges, double usersRps, Trouble trouble) {
        List<Eyes> honest = Collections.nCopies(edges, Eyes.HONEST);
        return new Trial(honest, usersRps, trouble, CALM, WATCHED, BASE_ERRORS, Sky.CLEAR);
    }

    /** The same with some edges that see otherwise. */
    Trial with(int howMany, Eyes eyes) {
        List<Eyes> others = IntStream.range(0, edges.size())
                .mapToObj(edge -> edge < howMany ? eyes : Eyes.HONEST)
                .toList();
        return new Trial(others, usersRps, trouble, calm, watched, baseErrors, sky);
    }

    /** The same, but what is slow must be compared with what was usual for a while. */
    Trial after(Duration longer) {
        return new Trial(edges, usersRps, trouble, longer, watched, baseErrors, sky);
    }

    /** The same under a bumpy sky, with so many errors on the best of days. */
    Trial bumpy(double errors) {
        return new Trial(edges, usersRps, trouble, calm, watched, errors, Sky.BUMPY);
    }
}
