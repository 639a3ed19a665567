package dev.drover.decision.judge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.JudgeSettings;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Tally;
import dev.drover.decision.observe.Fault;
import dev.drover.decision.observe.Tallies;
import dev.drover.decision.observe.Window;
import dev.drover.decision.observe.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the pooled evidence proves of a region, and what it does not. */
public final class Docket {

    /** Certainty of every lower bound that convicts: 97.5 %. */
    static final double Z = 1.96;

    private static final Duration EVIDENCE_WINDOW = Duration.ofSeconds(10);
    /** Of the median of the other regions: what is worse than that is worse than they are. */
    private static final double CLEARLY_WORSE = 2;

    private final Pool pool;
    private final int leastEdges;
    private final JudgeSettings settings;
    private final Instant credibleSince;
    private final Instant now;

    /**
     * The docket of one moment.
     *
     * @param leastEdges that must have seen the same for themselves before a region is taken out for it
     * @param credibleSince what was seen before counts against nobody
     */
    Docket(Pool pool, int leastEdges, JudgeSettings settings, Instant credibleSince, Instant now) {
        this.pool = pool;
        this.leastEdges = leastEdges;
        this.settings = settings;
        this.credibleSince = credibleSince;
        this.now = now;
    }

    /**
     * Whether a window of blocks is bad enough, and by whose evidence; the worse witness counts. Probes come first: what
     * they prove need not rest on users.
     */
    Optional<Witness> convict(RegionId region, Charge charge) {
        if (now.minus(charge.time()).isBefore(credibleSince)) {
            return Optional.empty();
        }
        Window window = charge.window(now);
        for (Witness witness : charge.witnesses()) {
            boolean quick = isBad(pool.untrimmed(region, witness, charge.fault(), window), Z, charge.ratio());
            if (quick && isProved(region, witness, charge, window)) {
                return Optional.of(witness);
            }
        }
        return Optional.empty();
    }

    private boolean isProved(RegionId region, Witness witness, Charge charge, Window window) {
        Tallies blocks = charge.takesOut()
                ? pool.trimmed(region, witness, charge.fault(), window)
                : pool.amongSeeing(region, witness, charge.fault(), window);
        int bad = 0;
        for (int block = 0; block < charge.blocks(); block++) {
            bad += isBad(blocks.of(block), charge.blockZ(), charge.blockRatio()) ? 1 : 0;
        }
        boolean comparable = witness == Witness.PROBES && charge.fault() == Fault.FAILED;
        return bad >= charge.badBlocks()
                && isBad(blocks.of(0), charge.blockZ(), charge.blockRatio())
                && isBad(blocks.total(), Z, charge.ratio())
                && isCorroborated(region, witness, charge, window)
                && (comparable || isWorseThanOthers(region, witness, charge.fault(), blocks.total(), window));
    }

    /** A pool of few edges may be bad by what one of them saw: its own broken path takes no region out. */
    private boolean isCorroborated(RegionId region, Witness witness, Charge charge, Window window) {
        return !charge.takesOut()
                || pool.edgesThatSaw(region, witness, charge.fault(), window, charge.ratio()) >= leastEdges;
    }

    private static boolean isBad(Tally tally, double z, double ratio) {
        return tally.failureLowerBound(z) >= ratio;
    }

    /**
     * A bug that fails users in every region evacuates nobody, nor does a slow machine of ours: such evidence convicts
     * only what is clearly worse than the median of the others. Twice as bad, or half way from there to failing always:
     * of equals, one is always a little worse.
     */
    private boolean isWorseThanOthers(RegionId region, Witness witness, Fault fault, Tally own, Window window) {
        double median = pool.medianOfOthers(region, witness, fault, window);
        return own.failureLowerBound(Z) > Math.min(CLEARLY_WORSE * median, (1 + median) / 2);
    }

    /** Whether the region was seen lately, hardly ever failing, and as quick as it usually is. */
    boolean isClean(RegionId region, Duration over) {
        Window window = Window.last(over, now);
        return pool.untrimmed(region, Witness.PROBES, Fault.FAILED, window).count() > 0
                && isClean(region, Witness.PROBES, window)
                && isClean(region, Witness.USERS, window)
                && refusesHardly(region, window);
    }

    private boolean isClean(RegionId region, Witness witness, Window window) {
        return failsHardly(region, witness, window) && isQuick(region, witness, window);
    }

    /** Up to what is called clean, or as little as in the other regions. */
    private boolean failsHardly(RegionId region, Witness witness, Window window) {
        if (pool.untrimmed(region, witness, Fault.FAILED, window).ratio() <= settings.cleanRatio()) {
            return true;
        }
        double ratio = seen(region, witness, Fault.FAILED, window).ratio();
        return ratio <= settings.cleanRatio() || ratio <= bearable(region, witness, window, settings.cleanRatio());
    }

    /** Probes go out from every edge; users of few edges may be all that go to a region. */
    private Tally seen(RegionId region, Witness witness, Fault fault, Window window) {
        return witness == Witness.PROBES
                ? pool.total(region, witness, fault, window)
                : pool.amongSeeing(region, witness, fault, window).total();
    }

    /** What all regions do alike is not held against one, up to what would make it DEGRADED. */
    private double bearable(RegionId region, Witness witness, Window window, double least) {
        double median = pool.medianOfOthers(region, witness, Fault.FAILED, window);
        return Math.max(least, Math.min(settings.degradedBlockRatio(), CLEARLY_WORSE * median));
    }

    private boolean isQuick(RegionId region, Witness witness, Window window) {
        double limit = settings.slow().ratio();
        if (pool.untrimmed(region, witness, Fault.SLOW, window).failureLowerBound(Z) < limit) {
            return true;
        }
        Tally own = seen(region, witness, Fault.SLOW, window);
        return own.failureLowerBound(Z) < limit || !isWorseThanOthers(region, witness, Fault.SLOW, own, window);
    }

    private boolean refusesHardly(RegionId region, Window window) {
        return pool.untrimmed(region, Witness.USERS, Fault.REFUSED, window).ratio() <= settings.cleanRatio()
                || seen(region, Witness.USERS, Fault.REFUSED, window).ratio() <= settings.cleanRatio();
    }

    /** What users saw of a region since a moment, up to the last report that can be whole; nobody is left out. */
    Tally usersSince(RegionId region, Instant from) {
        return pool.untrimmed(region, Witness.USERS, Fault.FAILED, Window.over(from, now));
    }

    /** Whether so much of users' requests failing counts as clean. */
    boolean isCleanOfUsers(RegionId region, Tally seen) {
        Window window = Window.last(Duration.ofMinutes(1), now);
        return seen.ratio() <= bearable(region, Witness.USERS, window, settings.cleanRatio());
    }

    /**
     * What a verdict rests on: the last ten seconds.
     *
     * @param eligibleEdges how many edges have a vote
     * @param lostEdges how many of them call the region LOST
     */
    Evidence evidence(RegionId region, int eligibleEdges, int lostEdges) {
        Tally probes = lately(region, Witness.PROBES, Fault.FAILED);
        Tally users = lately(region, Witness.USERS, Fault.FAILED);
        double worse = Math.max(probes.failureLowerBound(Z), users.failureLowerBound(Z));
        Tally slowProbes = lately(region, Witness.PROBES, Fault.SLOW);
        Tally slowUsers = lately(region, Witness.USERS, Fault.SLOW);
        Tally slow = slowUsers.ratio() > slowProbes.ratio() ? slowUsers : slowProbes;
        Tally refused = lately(region, Witness.USERS, Fault.REFUSED);
        return new Evidence(
                eligibleEdges,
                lostEdges,
                probes,
                users,
                worse,
                slow.failed() > 0 ? slow : null,
                refused.failed() > 0 ? refused : null);
    }

    private Tally lately(RegionId region, Witness witness, Fault fault) {
        return seen(region, witness, fault, Window.last(EVIDENCE_WINDOW, now));
    }

    /** The part of its answers that is bad at least, whatever is wrong with them: 0 to 1. */
    double badRatio(RegionId region) {
        double worst = 0;
        for (Witness witness : Witness.values()) {
            for (Fault fault : new Fault[] {Fault.FAILED, Fault.SLOW, Fault.REFUSED}) {
                worst = Math.max(worst, lately(region, witness, fault).failureLowerBound(Z));
            }
        }
        return worst;
    }

    /**
     * The lower bound of a region's failure ratio since a moment, of the worse witness; 0 if it is no worse than the
     * others.
     *
     * @param bearable which ratio is nothing to speak of
     */
    public double failingBeyond(RegionId region, Instant since, double bearable) {
        Window window = Window.between(since, now);
        double worst = 0;
        for (Witness witness : Witness.values()) {
            double bound = pool.untrimmed(region, witness, Fault.FAILED, window).failureLowerBound(Z);
            if (bound > bearable) {
                double own = seen(region, witness, Fault.FAILED, window).failureLowerBound(Z);
                worst = own > bearable(region, witness, window, bearable) ? Math.max(worst, own) : worst;
            }
        }
        return worst;
    }

    /** The lower bound of the part of a region's answers that are late; 0 if it is no worse than the others. */
    public double lateBeyond(RegionId region, Instant since, double bearable) {
        Window window = Window.between(since, now);
        double worst = 0;
        for (Witness witness : Witness.values()) {
            double bound = pool.untrimmed(region, witness, Fault.LATE, window).failureLowerBound(Z);
            if (bound > bearable) {
                Tally own = seen(region, witness, Fault.LATE, window);
                boolean worse = isWorseThanOthers(region, witness, Fault.LATE, own, window);
                worst = worse ? Math.max(worst, own.failureLowerBound(Z)) : worst;
            }
        }
        return worst > bearable ? worst : 0;
    }
}
