package dev.drover.edge.view;

/** A user's request on its way to a region; made by {@link RegionWatch#requestSent}, told by the watch how it ended. */
public final class WatchedRequest {

    private enum Phase {
        WAITING,
        SILENT,
        ENDED
    }

    private final long sentNanos;
    private Phase phase = Phase.WAITING;
    private long silentNanos;

    WatchedRequest(long sentNanos) {
        this.sentNanos = sentNanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    long silentNanos() {
        return silentNanos;
    }

    /** How long it has been under way by then, in ms. */
    public double ageMillis(long nanos) {
        return (nanos - sentNanos) / 1e6;
    }

    boolean isWaiting() {
        return phase == Phase.WAITING;
    }

    boolean isSilent() {
        return phase == Phase.SILENT;
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    void fellSilent(long nanos) {
        phase = Phase.SILENT;
        silentNanos = nanos;
    }

    void end() {
        phase = Phase.ENDED;
    }
}
