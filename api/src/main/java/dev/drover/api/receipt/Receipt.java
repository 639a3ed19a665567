package dev.drover.api.receipt;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.RegionVerdict;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decided a publication, beside its causes: kept with it, so that it can be explained for as long as it is kept.
 *
 * @param inputsSha256 of all that the decision was made from; equal inputs have equal hashes, in any process
 * @param verdicts of each region with the evidence, as they were then
 * @param limits that the plan runs into, the most at stake first; at most {@link #MAX_LIMITS}
 * @param figures what the plan comes to at the demand that it was made for
 * @param rejected what could have been done instead, and why it was not
 * @param held what guards held back, and what else a person should know
 */
public record Receipt(
        String inputsSha256,
        SortedMap<RegionId, RegionVerdict> verdicts,
        List<Limit> limits,
        Figures figures,
        List<Alternative> rejected,
        List<Note> held) {

    /** As many limits as a person reads; where more bind, the others bind less. */
    public static final int MAX_LIMITS = 32;

    /** Copies what it holds. */
    public Receipt {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        limits = List.copyOf(limits.subList(0, Math.min(MAX_LIMITS, limits.size())));
        rejected = List.copyOf(rejected);
        held = List.copyOf(held);
    }
}
