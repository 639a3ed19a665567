package dev.drover.api.slot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** XXH32 with seed 0, as its specification (xxHash fast digest algorithm, version 0.1.1) describes it. */
final class XxHash32 {

    private static final int PRIME_1 = 0x9E3779B1;
    private static final int PRIME_2 = 0x85EBCA77;
    private static final int PRIME_3 = 0xC2B2AE3D;
    private static final int PRIME_4 = 0x27D4EB2F;
    private static final int PRIME_5 = 0x165667B1;
    private static final int STRIPE_BYTES = 16;
    /** PRIME_1 + PRIME_2 and minus PRIME_1, modulo 2^32. */
    private static final int FIRST_LANE = 0x24234428;

    private static final int LAST_LANE = 0x61C8864F;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private XxHash32() {}

    static int hash(byte[] input) {
        int at = 0;
        int hash;
        if (input.length >= STRIPE_BYTES) {
            int a = FIRST_LANE;
            int b = PRIME_2;
            int c = 0;
            int d = LAST_LANE;
            for (; at <= input.length - STRIPE_BYTES; at += STRIPE_BYTES) {
                a = lane(a, word(input, at));
                b = lane(b, word(input, at + 4));
                c = lane(c, word(input, at + 8));
                d = lane(d, word(input, at + 12));
            }
            hash = Integer.rotateLeft(a, 1)
                    + Integer.rotateLeft(b, 7)
                    + Integer.rotateLeft(c, 12)
                    + Integer.rotateLeft(d, 18);
        } else {
            hash = PRIME_5;
        }
        return avalanche(tail(hash + input.length, input, at));
    }

    private static int tail(int start, byte[] input, int from) {
        int hash = start;
        int at = from;
        for (; at <= input.length - 4; at += 4) {
            hash = Integer.rotateLeft(hash + word(input, at) * PRIME_3, 17) * PRIME_4;
        }
        for (; at < input.length; at++) {
            hash = Integer.rotateLeft(hash + (input[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static int lane(int accumulator, int word) {
        return Integer.rotateLeft(accumulator + word * PRIME_2, 13) * PRIME_1;
    }

    private static int avalanche(int value) {
        int hash = value;
        hash = (hash ^ (hash >>> 15)) * PRIME_2;
        hash = (hash ^ (hash >>> 13)) * PRIME_3;
        return hash ^ (hash >>> 16);
    }

    private static int word(byte[] input, int at) {
        return (int) LITTLE_ENDIAN.get(input, at);
    }
}
