package dev.drover.simulation.detection;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of whatever an edge sends to a region: base errors, blips, bursts, and the trouble under trial. */
final class Weather {

    /** The region that the trouble befalls. */
    static final RegionId ON_TRIAL = RegionId.of("on-trial");

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    /** As long as the longest blip that the defaults are meant to outlast. */
    private static final long BLIP_NANOS = 6_000_000_000L;

    private static final long BURST_NANOS = 20_000_000_000L;
    private static final double BURST_RATIO = 0.1;
    private static final double JITTER = 0.2;

    private final VirtualTime time;
    private final Trial trial;
    private final Dice dice;
    private final SortedMap<RegionId, Bumps> bumps = new TreeMap<>();
    private Trouble trouble = Trouble.NONE;

    /** When this hour's blip and burst begin in a region, in ns. */
    private record Bumps(long hour, long blipNanos, long burstNanos) {}

    Weather(Trial trial, VirtualTime time, Dice dice) {
        this.trial = trial;
        this.time = time;
        this.dice = dice;
    }

    /** The trouble under trial begins now. */
    void begin() {
        trouble = trial.trouble();
    }

    WatchedEdge.Fate fateOf(RegionId region, EdgeId edge, long timeoutNanos, Dice throwing) {
        Eyes eyes = eyesOf(edge);
        boolean onTrial = region.equals(ON_TRIAL);
        long answered = (long) (WatchedEdge.ROUND_TRIP_NANOS * throwing.between(1 - JITTER, 1 + JITTER));
        if (onTrial && eyes == Eyes.BLAMING) {
            return new WatchedEdge.Fate(false, answered);
        }
        if (onTrial && eyes == Eyes.PRAISING) {
            return new WatchedEdge.Fate(true, answered);
        }
        Trouble now = onTrial ? trouble : Trouble.NONE;
        if (now.kind() == Trouble.Kind.BLACK_HOLE) {
            return new WatchedEdge.Fate(false, timeoutNanos);
        }
        boolean fails = isInBlip(region) || throwing.chance(errorRatio(region, eyes, now));
        long taken = now.kind() == Trouble.Kind.SLOW ? (long) (answered * now.ratio()) : answered;
        return taken > timeoutNanos ? new WatchedEdge.Fate(false, timeoutNanos) : new WatchedEdge.Fate(!fails, taken);
    }

    private Eyes eyesOf(EdgeId edge) {
        List<Eyes> all = trial.edges();
        return all.get(Integer.parseInt(edge.toString().substring(1)));
    }

    private double errorRatio(RegionId region, Eyes eyes, Trouble now) {
        double ratio = trial.baseErrors();
        ratio = eyes == Eyes.FLAKY ? Math.max(ratio, Eyes.FLAKY_RATIO) : ratio;
        ratio = isInBurst(region) ? Math.max(ratio, BURST_RATIO) : ratio;
        return now.kind() == Trouble.Kind.FAILING ? Math.max(ratio, now.ratio()) : ratio;
    }

    /** Whether that region is in one of its hourly blips, in which everything fails. */
    boolean isInBlip(RegionId region) {
        long since = time.nanos() - bumpsOf(region).blipNanos();
        return trial.sky() == Trial.Sky.BUMPY && since >= 0 && since < BLIP_NANOS;
    }

    private boolean isInBurst(RegionId region) {
        long since = time.nanos() - bumpsOf(region).burstNanos();
        return trial.sky() == Trial.Sky.BUMPY && since >= 0 && since < BURST_NANOS;
    }

    private Bumps bumpsOf(RegionId region) {
        long hour = time.nanos() / HOUR_NANOS;
        Bumps known = bumps.get(region);
        if (known == null || known.hour() != hour) {
            long from = hour * HOUR_NANOS;
            known = new Bumps(
                    hour,
                    from + dice.nanosBetween(0, HOUR_NANOS - BLIP_NANOS),
                    from + dice.nanosBetween(0, HOUR_NANOS - BURST_NANOS));
            bumps.put(region, known);
        }
        return known;
    }

    /** Whether any region is in one of its blips. */
    boolean isInAnyBlip() {
        return bumps.keySet().stream().anyMatch(this::isInBlip);
    }
}
