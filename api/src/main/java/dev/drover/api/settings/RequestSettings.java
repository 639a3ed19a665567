package dev.drover.api.settings;

import dev.drover.api.text.Printable;
import java.time.Duration;

/**
 * How an agent's proxy carries a user's request.
 *
 * @param connectTimeout to the region, 10 ms to 30 s
 * @param firstByteTimeout until the region's answer begins, 10 ms to 120 s
 * @param retryRatio how many retries each request earns, 0 to 1
 * @param retryPerSecond how many retries each second earns, 0 to 1,000
 * @param retryKept for how long what was earned is kept, 1 s to 60 s
 * @param userCookie the cookie that names the user; looked at first; empty for none
 * @param userHeader the header that names the user; looked at next, then the client's address; empty for none
 */
public record RequestSettings(
        Duration connectTimeout,
        Duration firstByteTimeout,
        double retryRatio,
        double retryPerSecond,
        Duration retryKept,
        String userCookie,
        String userHeader) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public RequestSettings {
        Check.within("connectTimeout", connectTimeout, Duration.ofMillis(10), Duration.ofSeconds(30));
        Check.within("firstByteTimeout", firstByteTimeout, Duration.ofMillis(10), Duration.ofMinutes(2));
        Check.within("retryRatio", retryRatio, 0, 1);
        Check.within("retryPerSecond", retryPerSecond, 0, 1_000);
        Check.within("retryKept", retryKept, Duration.ofSeconds(1), Duration.ofMinutes(1));
        token("userCookie", userCookie);
        token("userHeader", userHeader);
    }

    private static void token(String name, String value) {
        if (!value.matches("[A-Za-z0-9_-]{0,64}")) {
            throw new IllegalArgumentException(
                    name + ": '" + Printable.excerpt(value) + "' (expected: up to 64 letters, digits, '-' and '_')");
        }
    }
}
