package dev.drover.api.problem;

/**
 * One fault of a document.
 *
 * @param pointer the JSON pointer of the place; empty for the whole
 * @param detail the value found, and what was expected
 */
public record FieldFault(String pointer, String detail) {}
