package dev.drover.simulation.node;

import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.edge.lastknown.Remembered;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent's disk: what is written is there once it was forced, or not at all; it may be full, and bits may flip.
 *
 * <p>It outlives the agent's process.
 */
public final class AgentDisk {

    /** As the agent's own directory keeps. */
    private static final int KEPT = 3;

    private final Node node;
    private final Dice dice;
    private final List<SealedPolicy> kept = new ArrayList<>();
    private @Nullable PolicyId applied;
    private @Nullable SealedPolicy bootstrap;
    private boolean full;

    AgentDisk(Node node, Dice dice) {
        this.node = node;
        this.dice = dice;
    }

    Remembered load() {
        return new Remembered(applied, kept, bootstrap, List.of());
    }

    void keep(SealedPolicy policy) {
        write(() -> {
            kept.add(0, policy);
            while (kept.size() > KEPT) {
                kept.remove(kept.size() - 1);
            }
        });
    }

    void applied(PolicyId id) {
        write(() -> applied = id);
    }

    /** What the process does not live to see forced is lost. */
    private void write(Runnable forced) {
        if (!full) {
            node.afterNanos(dice.nanosBetween(1_000_000, 20_000_000), forced);
        }
    }

    /** Nothing more can be written, or it can again. */
    public void setFull(boolean isFull) {
        full = isFull;
    }

    /** A bit flips in each of the newest so many policies. */
    public void corrupt(int newest) {
        for (int i = 0; i < Math.min(newest, kept.size()); i++) {
            SealedPolicy whole = kept.get(i);
            kept.set(i, new SealedPolicy(whole.sha256(), whole.body().replaceFirst("homepage", "honepage")));
        }
    }

    /** How many policies are kept. */
    public int kept() {
        return kept.size();
    }

    /** The machine was set up anew: everything is gone, but for the operator's file. */
    public void format() {
        bootstrap = kept.isEmpty() ? bootstrap : kept.get(kept.size() - 1);
        kept.clear();
        applied = null;
    }
}
