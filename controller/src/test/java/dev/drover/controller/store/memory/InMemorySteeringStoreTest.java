package dev.drover.controller.store.memory;

import static dev.drover.controller.store.Publications.HOMEPAGE;
import static dev.drover.controller.store.Publications.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publications;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.SteeringStoreContract;
import dev.drover.controller.store.StoreException.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemorySteeringStoreTest extends SteeringStoreContract {

    private final MemoryCluster cluster = new MemoryCluster(Publications.CLUSTER);

    @Override
    protected SteeringStore open() {
        return new InMemorySteeringStore(cluster, new MemoryLink(Runnable::run));
    }

    @Nested
    class WhenTheLinkIsCut {
        private final MemoryLink link = new MemoryLink(Runnable::run);
        private final SteeringStore cutOff = new InMemorySteeringStore(cluster, link);

        @Test
        void nothingArrives() {
            link.suspend();

            assertThat(failure(cutOff.takeEpoch("a"))).isEqualTo(Kind.UNAVAILABLE);
            assertThat(get(open().read(HOMEPAGE)).epoch()).isZero();
        }

        @Test
        void everyTurnIsHeardOnce() {
            Heard heard = new Heard();
            cutOff.listen(heard);

            link.suspend();
            link.expire();
            link.expire();
            link.restore();

            assertThat(heard.connections).isEqualTo("CONNECTED,SUSPENDED,LOST,CONNECTED");
        }

        @Test
        void publicationWhoseAnswerWasLostIsRecognised() {
            Fence fence = get(cutOff.takeEpoch("a"));
            link.loseAnswers();
            assertThat(failure(cutOff.publish(fence, -1, under(fence, 1).build())))
                    .isEqualTo(Kind.UNAVAILABLE);

            link.restore();

            assertThat(get(cutOff.publish(fence, -1, under(fence, 1).build()))).isZero();
        }
    }
}
