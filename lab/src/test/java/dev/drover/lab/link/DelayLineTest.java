package dev.drover.lab.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DelayLineTest {

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static DelayLine lineOf(int millis, int jitterMillis) {
        DelayLine line = new DelayLine();
        line.delay(new Delay(millis, jitterMillis, 1), new SplittableRandom(1));
        return line;
    }

    @Test
    void withoutADelayAPartArrivesAtOnce() {
        DelayLine line = new DelayLine();
        line.add(Buffer.buffer("now"), nanos(5));

        assertThat(line.nextArrived(nanos(5))).hasToString("now");
        assertThat(line.isEmpty()).isTrue();
        assertThat(line.bytes()).isZero();
    }

    @Test
    void aPartArrivesWhenItsDelayIsOver() {
        DelayLine line = lineOf(100, 0);
        line.add(Buffer.buffer("later"), nanos(5));

        assertThat(line.nextArrived(nanos(104))).isNull();
        assertThat(line.nanosToNext(nanos(4))).isEqualTo(nanos(101));
        assertThat(line.bytes()).isEqualTo(5);
        assertThat(line.nextArrived(nanos(105))).hasToString("later");
    }

    @Property(tries = 100)
    void partsNeverOvertakeEachOtherWhateverTheJitter(
            @ForAll @IntRange(max = 50) int delayMillis, @ForAll @IntRange(max = 200) int jitterMillis) {
        DelayLine line = lineOf(delayMillis, jitterMillis);
        List<String> arrived = new ArrayList<>();
        List<String> sent = new ArrayList<>();

        for (int ms = 0; ms < 600; ms++) {
            if (ms < 300) {
                sent.add("part " + ms);
                line.add(Buffer.buffer("part " + ms), nanos(ms));
            }
            for (Buffer part = line.nextArrived(nanos(ms)); part != null; part = line.nextArrived(nanos(ms))) {
                arrived.add(part.toString());
            }
        }

        assertThat(arrived).isEqualTo(sent);
    }
}
