package dev.drover.lab.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Who comes next. The same population gives the same sequence. */
final class Users {

    private static final String PREFIX = "user-";

    private final SplittableRandom random;
    /** How many of all visits are by the first so many users, as parts of one. */
    private final double[] cumulative;

    Users(Population population) {
        this.random = new SplittableRandom(population.seed());
        this.cumulative = new double[population.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += population.popularity() == Popularity.ZIPF ? 1.0 / (i + 1) : 1.0;
            cumulative[i] = sum;
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
    }

    String next() {
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        // What is exactly on a boundary belongs to the next user.
        int user = found >= 0 ? found + 1 : -found - 1;
        return PREFIX + Math.min(user, cumulative.length - 1);
    }
}
