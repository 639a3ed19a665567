package dev.drover.api.settings;

import dev.drover.api.text.Printable;
import java.util.regex.Pattern;

/**
 * What the answer to a probe must hold.
 *
 * @param pointer a JSON pointer (RFC 6901) into the answer, at most 256 characters; the empty one means the whole
 * @param minimum the least that must be there: the elements of an array or object, or the value of a number; 0 checks
 *     nothing
 */
public record ContentCheck(String pointer, int minimum) {

    /** The longest pointer. */
    public static final int MAX_POINTER_CHARACTERS = 256;

    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the pointer is not one, or the minimum is negative
     */
    public ContentCheck {
        boolean writable = pointer.length() <= MAX_POINTER_CHARACTERS && Printable.is(pointer);
        if (!writable || !POINTER.matcher(pointer).matches()) {
            throw new IllegalArgumentException("pointer: '" + Printable.excerpt(pointer)
                    + "' (expected: a JSON pointer, such as /rows, of at most " + MAX_POINTER_CHARACTERS
                    + " printable characters)");
        }
        Check.within("minimum", minimum, 0, 1_000_000);
    }
}
