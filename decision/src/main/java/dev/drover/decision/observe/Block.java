package dev.drover.decision.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of time.
 *
 * @param from exclusive
 * @param to inclusive
 */
public record Block(Instant from, Instant to) {

    /** The last {@code count} blocks of that size, the newest first, the newest ending {@code now}. */
    public static List<Block> last(int count, Duration size, Instant now) {
        List<Block> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant to = now.minus(size.multipliedBy(i));
            blocks.add(new Block(to.minus(size), to));
        }
        return blocks;
    }

    long sizeMillis() {
        return Duration.between(from, to).toMillis();
    }
}
