package dev.drover.lab.homepage;

import java.util.List;

/** What kind of story a title tells. */
public enum Genre {
    ACTION,
    ANIMATION,
    COMEDY,
    CRIME,
    DOCUMENTARY,
    DRAMA,
    FAMILY,
    FANTASY,
    HORROR,
    ROMANCE,
    SCIENCE_FICTION,
    THRILLER;

    private static final List<Genre> ALL = List.of(values());

    /** One of them for any number; the same for the same. */
    static Genre of(long number) {
        return ALL.get((int) Long.remainderUnsigned(number, ALL.size()));
    }
}
