package dev.drover.decision.observe;

/** What a {@link History} counts. */
enum Column {
    PROBES(0),
    PROBES_FAILED(1),
    PROBES_TIMED(2),
    PROBES_SLOW(3),
    PROBES_LATE(4),
    REQUESTS(5),
    REQUESTS_FAILED(6),
    REQUESTS_TIMED(7),
    REQUESTS_SLOW(8),
    REQUESTS_LATE(9),
    REQUESTS_REFUSED(10);

    /** How many there are. */
    static final int COUNT = values().length;

    /** Its place among them. */
    final int cell;

    Column(int cell) {
        this.cell = cell;
    }

    /** Of how many; only users are refused, whoever is asked. */
    static Column all(Witness witness, Fault fault) {
        boolean probes = witness == Witness.PROBES;
        return switch (fault) {
            case FAILED -> probes ? PROBES : REQUESTS;
            case SLOW, LATE -> probes ? PROBES_TIMED : REQUESTS_TIMED;
            case REFUSED -> REQUESTS;
        };
    }

    /** How many of them. */
    static Column bad(Witness witness, Fault fault) {
        boolean probes = witness == Witness.PROBES;
        return switch (fault) {
            case FAILED -> probes ? PROBES_FAILED : REQUESTS_FAILED;
            case SLOW -> probes ? PROBES_SLOW : REQUESTS_SLOW;
            case LATE -> probes ? PROBES_LATE : REQUESTS_LATE;
            case REFUSED -> REQUESTS_REFUSED;
        };
    }
}
