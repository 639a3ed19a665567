package dev.drover.simulation.node;

import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.region.Answer;

/** The regions as they are reached from one edge, and how many users come there. */
public interface Origins {

    /** A probe goes out to the region. */
    Answer probe(RegionId region);

    /** A user's request goes out to the region. */
    Answer request(RegionId region);

    /** How long it takes until that answer is here, in ns; longer than any patience if there is none. */
    long lastsNanos(RegionId region, Answer answer);

    /** How many users come to this agent now, in requests/s. */
    double demandRps();
}
