package dev.drover.api.verdict;

import java.time.Instant;

/**
 * A verdict with its age and its evidence.
 *
 * @param verdict what is concluded
 * @param since when it was
 * @param evidence what it rests on, as it was then
 */
public record RegionVerdict(Verdict verdict, Instant since, Evidence evidence) {}
