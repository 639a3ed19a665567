package dev.drover.api.yaml;

/** A file that people wrote and that cannot be read: {@code file:line:column: what is wrong, and what was expected}. */
public final class UnreadableYamlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** One fault at one place; line and column count from 1. */
    public UnreadableYamlException(String file, int line, int column, String fault) {
        super(file + ":" + line + ":" + column + ": " + fault);
    }
}
