package dev.drover.api.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.text.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neighbouring slots with the same owner, understudy and home; written {@code 0-4999 us-east-1/us-west-2}, with the
 * home as a third name where it is not the owner: {@code 0-4999 us-west-2/eu-west-1/us-east-1}.
 *
 * @param first the first slot, 0 to 9,999
 * @param last the last slot, inclusive; not before the first
 * @param owner who serves these slots
 * @param understudy who takes them if the owner is lost; never the owner, unless both are shed
 * @param home where they live when all is well
 */
public record SlotRun(int first, int last, Owner owner, Owner understudy, Owner home) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5}) ([^/]+)/([^/]+)(?:/([^/]+))?");

    /**
     * Checks the range and the understudy.
     *
     * @throws IllegalArgumentException if the run is empty, reaches outside the slots, or is its own understudy
     */
    public SlotRun {
        if (first < 0 || last >= Slots.COUNT || first > last) {
            throw new IllegalArgumentException(
                    "slot run: " + first + "-" + last + " (expected: 0 <= first <= last <= " + (Slots.COUNT - 1) + ")");
        }
        if (owner.equals(understudy) && !owner.isShed()) {
            throw new IllegalArgumentException(
                    "slot run " + first + "-" + last + ": " + owner + " is its own understudy (expected: another)");
        }
    }

    /**
     * Reads a run as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    @JsonCreator
    public static SlotRun parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("slot run: '" + Printable.excerpt(text)
                    + "' (expected: first-last owner/understudy or first-last owner/understudy/home)");
        }
        Owner owner = Owner.parse(matcher.group(3));
        return new SlotRun(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                owner,
                Owner.parse(matcher.group(4)),
                matcher.group(5) == null ? owner : Owner.parse(matcher.group(5)));
    }

    /** How many slots these are, 1 to 10,000. */
    public int size() {
        return last - first + 1;
    }

    /** The same owner, understudy and home over another range; throws IllegalArgumentException as the constructor. */
    public SlotRun over(int newFirst, int newLast) {
        return new SlotRun(newFirst, newLast, owner, understudy, home);
    }

    /** Whether the other run says the same of its slots. */
    public boolean saysTheSameAs(SlotRun other) {
        return owner.equals(other.owner) && understudy.equals(other.understudy) && home.equals(other.home);
    }

    @JsonValue
    @Override
    public String toString() {
        String names = owner + "/" + understudy + (home.equals(owner) ? "" : "/" + home);
        return first + "-" + last + " " + names;
    }
}
