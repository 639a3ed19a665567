package dev.drover.cli.text;

/** How a piece of text stands out where colours are on. */
public enum Style {
    /** As the rest. */
    PLAIN(""),
    /** Headings. */
    BOLD("1"),
    /** What matters less. */
    FAINT("2"),
    /** All is well. */
    GOOD("32"),
    /** Worth a look. */
    WARNING("33"),
    /** Wrong. */
    BAD("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
