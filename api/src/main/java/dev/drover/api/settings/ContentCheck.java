package dev.drover.api.settings;

/**
 * What the answer to a probe must hold.
 *
 * @param pointer a JSON pointer (RFC 6901) into the answer; the empty one means the whole
 * @param minimum the least that must be there: the elements of an array or object, or the value of a number; 0 checks
 *     nothing
 */
public record ContentCheck(String pointer, int minimum) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the pointer is not one, or the minimum is negative
     */
    public ContentCheck {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("pointer: '" + pointer + "' (expected: a JSON pointer, such as /rows)");
        }
        Check.within("minimum", minimum, 0, 1_000_000);
    }
}
