package dev.drover.simulation.network;

import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.VirtualTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who reaches whom, and how fast. What is blocked is held until it is healed, as TCP holds it, or until an end gives up.
 */
public final class Network {

    private static final long RETRANSMIT_NANOS = 200_000_000;
    /** As often TCP tries before it is taken for cut off. */
    private static final int MOST_RETRANSMITS = 5;

    private final VirtualTime time;
    private final Dice dice;
    private final NetworkSettings settings;
    private final Set<Way> blocked = new TreeSet<>();
    private final Set<Channel> holding = new LinkedHashSet<>();

    /** One direction between two nodes. */
    private record Way(String from, String to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int byFrom = from.compareTo(other.from);
            return byFrom == 0 ? to.compareTo(other.to) : byFrom;
        }
    }

    /** A network in which everybody reaches everybody. */
    public Network(VirtualTime time, Dice dice, NetworkSettings settings) {
        this.time = time;
        this.dice = dice;
        this.settings = settings;
    }

    /** A direction of a new connection. */
    public Channel channel(String from, String to) {
        return new Channel(this, from, to);
    }

    /** Nothing gets from the one to the other any more. */
    public void block(String from, String to) {
        blocked.add(new Way(from, to));
    }

    /** Nothing gets from either to the other any more. */
    public void cut(String one, String other) {
        block(one, other);
        block(other, one);
    }

    /** What was blocked between the two gets through again, and what was held comes now. */
    public void heal(String one, String other) {
        blocked.remove(new Way(one, other));
        blocked.remove(new Way(other, one));
        release();
    }

    /** Everything gets through again. */
    public void healAll() {
        blocked.clear();
        release();
    }

    private void release() {
        List<Channel> held = new ArrayList<>(holding);
        holding.clear();
        held.forEach(Channel::release);
    }

    /** Whether nothing gets from the one to the other. */
    public boolean isBlocked(String from, String to) {
        return !blocked.isEmpty() && blocked.contains(new Way(from, to));
    }

    void holds(Channel channel) {
        holding.add(channel);
    }

    VirtualTime time() {
        return time;
    }

    /** How long the next packet takes: what is lost is sent again. */
    long delayNanos() {
        long delay = settings.leastNanos() + dice.waitNanos(settings.meanNanos());
        for (int lost = 0; lost < MOST_RETRANSMITS && dice.chance(settings.loss()); lost++) {
            delay += RETRANSMIT_NANOS;
        }
        return delay;
    }

    /** Whether a message comes twice, by a broken box on the way. */
    public boolean isRepeated() {
        return dice.chance(settings.repeated());
    }
}
