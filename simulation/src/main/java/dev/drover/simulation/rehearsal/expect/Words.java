package dev.drover.simulation.rehearsal.expect;

import java.util.List;

/** Lists as people write them. */
final class Words {

    private Words() {}

    static String list(List<?> items) {
        return String.join(", ", items.stream().map(String::valueOf).toList());
    }

    static String either(List<?> items) {
        return String.join(" or ", items.stream().map(String::valueOf).toList());
    }
}
