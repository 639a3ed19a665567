package dev.drover.lab.homepage;

import java.util.SplittableRandom;

/**
 * A user as the row services see one: all taste follows from the key, so that every region builds the same rows.
 *
 * @param key who it is; 1 to 128 characters, no control characters
 */
record Viewer(String key) {

    /** Longer keys are refused: they are nobody's cookie. */
    static final int MAX_KEY_CHARACTERS = 128;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    Viewer {
        if (key.isEmpty() || key.length() > MAX_KEY_CHARACTERS || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("user key: " + key.length() + " characters (expected: 1 to "
                    + MAX_KEY_CHARACTERS + ", no control characters)");
        }
    }

    /** The randomness of one row of this user's page; always the same. */
    SplittableRandom tasteFor(String row) {
        return new SplittableRandom(hash(row));
    }

    /** The genre that this user watches most. */
    Genre favourite() {
        return Genre.of(hash("favourite"));
    }

    private long hash(String salt) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        for (int i = 0; i < salt.length(); i++) {
            hash = (hash ^ salt.charAt(i)) * FNV_PRIME;
        }
        // FNV's low bits are good, its high bits are not.
        return hash ^ (hash >>> 32);
    }
}
