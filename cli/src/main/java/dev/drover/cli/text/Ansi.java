package dev.drover.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Whether colours are written. */
public enum Ansi {
    /** For a terminal. */
    ON,
    /** For files, pipes, and people who do not want them. */
    OFF;

    private static final String ESCAPE = "\u001b[";

    /** The text in that style; the text itself if colours are off. */
    public String paint(Style style, String text) {
        return this == OFF || style == Style.PLAIN || text.isBlank()
                ? text
                : ESCAPE + style.code() + "m" + text + ESCAPE + "0m";
    }

    /** What moves to the start of the line and clears it; a plain new line is not needed then. */
    public String restartLine() {
        return this == OFF ? "\r" : "\r" + ESCAPE + "K";
    }

    /** The lines so that they take the place of what the screen showed before; as they are if colours are off. */
    public List<String> fromTop(List<String> lines) {
        if (this == OFF) {
            return lines;
        }
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            drawn.add((i == 0 ? ESCAPE + "H" : "") + lines.get(i) + ESCAPE + "K");
        }
        drawn.add(ESCAPE + "J");
        return drawn;
    }
}
