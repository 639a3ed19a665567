package dev.drover.controller.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.controller.session.FloodGate.Passage;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FloodGateTest {

    private final FloodGate gate = new FloodGate(0);
    private long nowNanos;

    private Map<Passage, Integer> messages(int count, long everyMillis) {
        Map<Passage, Integer> passages = new EnumMap<>(Passage.class);
        for (int i = 0; i < count; i++) {
            nowNanos += TimeUnit.MILLISECONDS.toNanos(everyMillis);
            passages.merge(gate.pass(nowNanos), 1, Integer::sum);
        }
        return passages;
    }

    @Test
    void agentWithinItsRateIsNeverDropped() {
        assertThat(messages(1_000, 200)).containsOnlyKeys(Passage.OPEN);
    }

    @Test
    void shortFloodIsDroppedAndForgiven() {
        assertThat(messages(100, 1)).containsOnlyKeys(Passage.OPEN, Passage.DROP);
        assertThat(messages(50, 1_000)).containsOnlyKeys(Passage.OPEN);
        assertThat(messages(100, 1)).doesNotContainKey(Passage.CLOSE);
    }

    @Test
    void floodThatLastsEndsTheSessionAfterItsPatience() {
        assertThat(messages(9_900, 1)).doesNotContainKey(Passage.CLOSE);
        assertThat(messages(300, 1)).containsKey(Passage.CLOSE);
    }

    @Test
    void twiceTheRateIsAFloodToo() {
        assertThat(messages(300, 100)).containsKey(Passage.CLOSE);
    }
}
