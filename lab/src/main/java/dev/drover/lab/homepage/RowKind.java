package dev.drover.lab.homepage;

import java.util.List;
import java.util.SplittableRandom;

/** The rows of a homepage, from top to bottom: how each is cut from the catalogue, and how long its service takes. */
enum RowKind {
    CONTINUE_WATCHING("continue-watching", 1, 4) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            return window(catalogue.titles(), Catalogue.SIZE, viewer.tasteFor(row()));
        }
    },
    TRENDING("trending", 1, 3) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            return window(catalogue.popular(), NEAR_THE_TOP, viewer.tasteFor(row()));
        }
    },
    BECAUSE_YOU_WATCHED("because-you-watched", 2, 8) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            SplittableRandom taste = viewer.tasteFor(row());
            Title watched = catalogue.titles().get(taste.nextInt(Catalogue.SIZE));
            return window(catalogue.chronicle(watched.genre()), Catalogue.SIZE, taste);
        }
    },
    GENRE_PICKS("genre-picks", 1, 5) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            return window(catalogue.popular(viewer.favourite()), NEAR_THE_TOP, viewer.tasteFor(row()));
        }
    },
    NEW("new", 1, 3) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            return window(catalogue.newest(), NEAR_THE_TOP, viewer.tasteFor(row()));
        }
    },
    HIDDEN_GEMS("hidden-gems", 2, 6) {
        @Override
        List<Title> pick(Catalogue catalogue, Viewer viewer) {
            return window(catalogue.popular(viewer.favourite()), Catalogue.SIZE, viewer.tasteFor(row()));
        }
    };

    /** Six rows of so many titles make a page of 5 to 6 KiB. */
    static final int TITLES = 20;

    private static final int NEAR_THE_TOP = 300;

    private final String row;
    private final int fastestMillis;
    private final int slowestMillis;

    RowKind(String row, int fastestMillis, int slowestMillis) {
        this.row = row;
        this.fastestMillis = fastestMillis;
        this.slowestMillis = slowestMillis;
    }

    /** The row of that user: {@value #TITLES} titles, no two the same. */
    abstract List<Title> pick(Catalogue catalogue, Viewer viewer);

    String row() {
        return row;
    }

    /** How long a call takes that meets no fault. */
    long latencyMillis(SplittableRandom random) {
        return random.nextInt(fastestMillis, slowestMillis + 1);
    }

    /** Neighbours in a list, somewhere among its first so many. A view: nothing is copied for a page. */
    private static List<Title> window(List<Title> shelf, int depth, SplittableRandom taste) {
        int from = taste.nextInt(Math.min(depth, shelf.size()) - TITLES + 1);
        return shelf.subList(from, from + TITLES);
    }
}
