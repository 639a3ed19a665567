package dev.drover.api.session;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.text.Printable;
import java.time.Instant;

/**
 * An agent acting on a contingency by itself, on top of the routing policy.
 *
 * @param region whose slots go to their understudies
 * @param since when it began, by the agent's clock
 * @param evidence why, in words; not blank; cut after 500 characters
 */
public record Overlay(RegionId region, Instant since, String evidence) {

    /** The longest evidence; what is longer is cut. */
    public static final int MAX_EVIDENCE_CHARACTERS = 500;

    /**
     * Cuts the evidence and escapes what is not printable.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Overlay {
        if (Printable.isBlank(evidence)) {
            throw new IllegalArgumentException("evidence: blank (expected: words)");
        }
        evidence = Printable.excerpt(evidence, MAX_EVIDENCE_CHARACTERS);
    }
}
