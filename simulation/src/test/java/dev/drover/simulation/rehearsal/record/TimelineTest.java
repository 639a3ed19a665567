package dev.drover.simulation.rehearsal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline<String> timeline = new Timeline<>("unknown");

    @Test
    void valueIsWhatItLastBecame() {
        timeline.set(-5, "healthy");
        timeline.set(10, "lost");

        assertThat(timeline.at(-6)).isEqualTo("unknown");
        assertThat(timeline.at(-5)).isEqualTo("healthy");
        assertThat(timeline.at(9)).isEqualTo("healthy");
        assertThat(timeline.at(10)).isEqualTo("lost");
        assertThat(timeline.at(Long.MAX_VALUE)).isEqualTo("lost");
    }

    @Test
    void ofSeveralValuesAtOneTimeTheLastCounts() {
        timeline.set(10, "lost");
        timeline.set(10, "down");

        assertThat(timeline.at(10)).isEqualTo("down");
    }

    @Test
    void changesAreThoseAfterTheOneTimeUntilTheOther() {
        timeline.set(1, "a");
        timeline.set(2, "b");
        timeline.set(3, "c");
        timeline.set(4, "c");

        assertThat(timeline.changes(1, 4)).extracting(Timeline.Change::value).containsExactly("b", "c");
    }

    @Test
    void timeDoesNotRunBackwards() {
        timeline.set(5, "a");

        assertThatThrownBy(() -> timeline.set(4, "b")).hasMessage("nanos: 4 (expected: 5 or later)");
    }
}
