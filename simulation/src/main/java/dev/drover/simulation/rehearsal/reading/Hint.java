package dev.drover.simulation.rehearsal.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** What somebody who mistyped a word may have meant. */
final class Hint {

    /** More letters than this are not mistyped but another word. */
    private static final int MOST_LETTERS_WRONG = 3;

    private static final int LONGEST_WORD = 64;

    private Hint() {}

    static String unknown(String what, String word, Collection<String> known) {
        return "unknown " + what + " (expected: one of " + String.join(", ", known) + ")" + meant(word, known.stream());
    }

    /** {@code ; did you mean ...?}, or nothing if no known word is near. */
    static String meant(String word, Stream<String> known) {
        return known.filter(other -> lettersWrong(word, other) <= Math.min(MOST_LETTERS_WRONG, other.length() / 2))
                .min(Comparator.comparingInt(other -> lettersWrong(word, other)))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** How many letters must be added, removed or replaced (Levenshtein), upper case being the same. */
    private static int lettersWrong(String one, String other) {
        if (one.length() > LONGEST_WORD || other.length() > LONGEST_WORD) {
            return Integer.MAX_VALUE;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
            }
            above = row;
        }
        return above[other.length()];
    }
}
