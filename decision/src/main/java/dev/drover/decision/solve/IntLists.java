package dev.drover.decision.solve;

import java.util.Arrays;

/** Lists of numbers that only grow. */
final class IntLists {

    private static final int FIRST_CAPACITY = 16;

    private final int[][] items;
    private final int[] sizes;

    IntLists(int lists) {
        items = new int[lists][FIRST_CAPACITY];
        sizes = new int[lists];
    }

    int size(int list) {
        return sizes[list];
    }

    int get(int list, int index) {
        return items[list][index];
    }

    void add(int list, int item) {
        if (sizes[list] == items[list].length) {
            items[list] = Arrays.copyOf(items[list], sizes[list] * 2);
        }
        items[list][sizes[list]++] = item;
    }
}
