package dev.drover.cli.text;

/** The few characters beyond letters and digits, for terminals that know them and those that do not. */
public enum Symbols {
    /** For UTF-8. */
    UNICODE("…", "█", "░"),
    /** For everything else. */
    ASCII("~", "#", ".");

    private final String ellipsis;
    private final String full;
    private final String empty;

    Symbols(String ellipsis, String full, String empty) {
        this.ellipsis = ellipsis;
        this.full = full;
        this.empty = empty;
    }

    /** Stands where text was cut; one character. */
    public String ellipsis() {
        return ellipsis;
    }

    String full() {
        return full;
    }

    String empty() {
        return empty;
    }
}
