package dev.drover.lab.load;

import dev.drover.api.settings.Check;

/**
 * Who comes: users {@code user-0} to {@code user-(size-1)}.
 *
 * @param size how many there are, 1 to 1,000,000
 * @param popularity how often each comes
 * @param seed of who comes when
 */
public record Population(int size, Popularity popularity, long seed) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the size is out of it
     */
    public Population {
        Check.within("size", size, 1, 1_000_000);
    }
}
