package dev.drover.api.slot;

import java.nio.charset.StandardCharsets;

/**
 * Which of an edge's 10,000 slots a user key falls into.
 *
 * <p>XXH32 with seed 0 over the UTF-8 bytes of the key, as an unsigned number, modulo 10,000. The hash is public and
 * has test vectors, so that anyone can compute it: {@code dev/drover/api/slot/slot-vectors.csv}
 * in this module's resources.
 */
public final class Slots {

    /** How many slots an edge has; one is a hundredth of a percent of its users. */
    public static final int COUNT = 10_000;

    private Slots() {}

    /**
     * The slot of a user key.
     *
     * @param userKey any text; the empty one is a key like others
     * @return 0 to 9,999
     */
    public static int of(String userKey) {
        return of(userKey.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The slot of a user key that is at hand as bytes.
     *
     * @param userKey any bytes
     * @return 0 to 9,999
     */
    public static int of(byte[] userKey) {
        return Integer.remainderUnsigned(XxHash32.hash(userKey), COUNT);
    }
}
