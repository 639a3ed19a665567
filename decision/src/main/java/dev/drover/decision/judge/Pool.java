package dev.drover.decision.judge;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.verdict.Tally;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Fault;
import dev.drover.decision.observe.Tallies;
import dev.drover.decision.observe.Testimony;
import dev.drover.decision.observe.Window;
import dev.drover.decision.observe.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the edges that have a vote saw, pooled, without the edges that saw the most go wrong: a minority of bad eyes
 * convicts nobody. What is asked again within a decision is not counted again.
 */
final class Pool {

    private static final int HALF_OF_SEEING = -1;

    private final List<EdgeObservation> voters;
    private final Collection<RegionId> regions;
    private final Map<Question, Tallies> answers = new LinkedHashMap<>();

    /** How many edges are left out; {@link #HALF_OF_SEEING} for half of those that saw anything. */
    private final Map<Window, Testimony> testimonies = new LinkedHashMap<>();

    private record Question(RegionId region, Witness witness, Fault fault, Window window, int trimmed) {}

    private record Share(Tallies tallies, Tally total) {}

    Pool(List<EdgeObservation> voters, Collection<RegionId> regions) {
        this.voters = voters;
        this.regions = regions;
    }

    /** Block by block; fewer than half of the voters are left out, the same ones in all blocks: so many may lie. */
    Tallies trimmed(RegionId region, Witness witness, Fault fault, Window window) {
        return pooled(new Question(region, witness, fault, window, trimmedEdges()));
    }

    /** The window as one, trimmed. */
    Tally total(RegionId region, Witness witness, Fault fault, Window window) {
        return trimmed(region, witness, fault, window).total();
    }

    /**
     * Block by block, without half of the edges that saw anything, the one that is left at least: where users of few
     * edges go, the others cannot speak for them. That is enough to be careful, not to take a region out.
     */
    Tallies amongSeeing(RegionId region, Witness witness, Fault fault, Window window) {
        return pooled(new Question(region, witness, fault, window, HALF_OF_SEEING));
    }

    /** How many edges saw so much go wrong for themselves, at least. */
    int edgesThatSaw(RegionId region, Witness witness, Fault fault, Window window, double ratio) {
        return (int) voters.stream()
                .map(voter ->
                        voter.tallies(region, witness, fault, window.asOne()).total())
                .filter(seen -> seen.failed() > 0 && seen.ratio() >= ratio)
                .count();
    }

    /**
     * The window as one with nobody left out. Whoever is left out saw more go wrong than the others, so that this is
     * never better than what is trimmed, and far cheaper.
     */
    Tally untrimmed(RegionId region, Witness witness, Fault fault, Window window) {
        Window whole = window.asOne();
        Testimony known = testimonies.get(whole);
        if (known == null) {
            known = Testimony.of(voters, whole);
            testimonies.put(whole, known);
        }
        return known.of(region, witness, fault);
    }

    /**
     * The median of the trimmed ratios of the other regions; 0 if nobody looked at another. Of a region that only few
     * edges have users in, fewer are left out.
     */
    double medianOfOthers(RegionId region, Witness witness, Fault fault, Window window) {
        List<Double> others = new ArrayList<>();
        for (RegionId other : regions) {
            Tally seen = Tally.NONE;
            for (int left = trimmedEdges(); left >= 0 && seen.count() == 0; left--) {
                seen = pooled(new Question(other, witness, fault, window.asOne(), left))
                        .of(0);
            }
            if (!other.equals(region) && seen.count() > 0) {
                others.add(seen.ratio());
            }
        }
        Collections.sort(others);
        return others.isEmpty() ? 0 : others.get(others.size() / 2);
    }

    private int trimmedEdges() {
        return Math.max(0, (voters.size() - 1) / 2);
    }

    private Tallies pooled(Question question) {
        Tallies known = answers.get(question);
        if (known == null) {
            known = counted(question);
            answers.put(question, known);
        }
        return known;
    }

    private Tallies counted(Question question) {
        List<Share> shares = new ArrayList<>(voters.size());
        for (EdgeObservation voter : voters) {
            Tallies seen = voter.tallies(question.region(), question.witness(), question.fault(), question.window());
            Tally total = seen.total();
            if (total.count() > 0) {
                shares.add(new Share(seen, total));
            }
        }
        int trimmed = question.trimmed() == HALF_OF_SEEING ? shares.size() / 2 : question.trimmed();
        if (trimmed > 0) {
            shares.sort(Comparator.comparingDouble(share -> share.total().ratio()));
        }
        Tallies pool = new Tallies(question.window().blocks());
        for (Share share : shares.subList(0, Math.max(0, shares.size() - trimmed))) {
            pool.add(share.tallies());
        }
        return pool;
    }
}
