package dev.drover.api.rest;

/**
 * What {@code POST /v1/evacuations/{id}/restore} takes; unknown fields are refused.
 *
 * @param author who asks; 1 to 128 printable characters
 */
public record RestoreRequest(String author) {}
