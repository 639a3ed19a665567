package dev.drover.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.text.Printable;

/** Whether a message can be read by someone who does not know in which language the program is written. */
final class PlainWords {

    /** Packages, nested classes, switches of the parser, and words in camel case that begin large, but for units. */
    private static final String JAVA =
            "(?i:\\bjava|jackson|fasterxml|snakeyaml|exception|instantiat|deserializ|\\bnull pointer|StreamRead)"
                    + "|\\b(dev|com|org)\\.[a-z]|`|\\$|\\b[A-Z][a-z]{2,}[A-Z]\\w*|\\[Source";

    private PlainWords() {}

    static void check(String message) {
        assertThat(message).doesNotContainPattern(JAVA);
        assertThat(Printable.is(message)).as(message).isTrue();
    }
}
