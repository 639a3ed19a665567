package dev.drover.controller.election.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.controller.election.Election;
import dev.drover.controller.store.memory.MemoryLink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryElectionTest {

    private final List<String> news = new ArrayList<>();
    private final MemoryBallot ballot = new MemoryBallot();
    private final MemoryLink linkOfA = new MemoryLink(Runnable::run);
    private final MemoryLink linkOfB = new MemoryLink(Runnable::run);
    private final Election a = joined("a", linkOfA);
    private final Election b = joined("b", linkOfB);

    private Election joined(String name, MemoryLink link) {
        Election election = new InMemoryElection(ballot, link);
        join(name, election);
        return election;
    }

    private void join(String name, Election election) {
        assertThat(election.join(new Election.Listener() {
                            @Override
                            public void onElected() {
                                news.add(name + " elected");
                            }

                            @Override
                            public void onDeposed() {
                                news.add(name + " deposed");
                            }
                        })
                        .succeeded())
                .isTrue();
    }

    @Test
    void firstCandidateIsElected() {
        assertThat(news).containsExactly("a elected");
    }

    @Test
    void leavingElectsTheNext() {
        assertThat(a.leave().succeeded()).isTrue();

        assertThat(news).containsExactly("a elected", "a deposed", "b elected");
    }

    @Test
    void cutOffLeaderIsDeposedAndElectedAgainWithinItsSession() {
        linkOfA.suspend();
        linkOfA.restore();

        assertThat(news).containsExactly("a elected", "a deposed", "a elected");
    }

    @Test
    void expiredLeaderLosesItsPlaceInLine() {
        linkOfA.suspend();
        linkOfA.expire();
        linkOfA.restore();
        linkOfB.expire();

        assertThat(news).containsExactly("a elected", "a deposed", "b elected", "b deposed", "a elected");
    }

    @Test
    void candidateThatIsCutOffHearsOfItsElectionWhenItIsBack() {
        linkOfB.suspend();
        assertThat(a.leave().succeeded()).isTrue();
        assertThat(news).containsExactly("a elected", "a deposed");

        linkOfB.restore();

        assertThat(news).containsExactly("a elected", "a deposed", "b elected");
    }

    @Test
    void whoLeftMayJoinAgainAtTheEndOfTheLine() {
        assertThat(a.leave().succeeded()).isTrue();
        join("a", a);
        assertThat(b.leave().succeeded()).isTrue();

        assertThat(news).containsExactly("a elected", "a deposed", "b elected", "b deposed", "a elected");
    }
}
