package dev.drover.api.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.sample.AnyValue;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.Tally;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CauseTest {

    private static final RegionId EAST = RegionId.of("us-east-1");

    @Provide
    Arbitrary<Cause> causes() {
        return AnyValue.of(Cause.class);
    }

    @Property(tries = 200)
    void everyCauseIsASentence(@ForAll("causes") Cause cause) {
        assertThat(cause.sentence()).isNotBlank().doesNotContain("Optional", "[value=");
    }

    @Test
    void sentenceCarriesTheEvidence() {
        Evidence evidence = new Evidence(5, 4, new Tally(30, 24), new Tally(310, 240), 0.7);

        assertThat(new Cause.RegionLost(EAST, evidence).sentence())
                .isEqualTo("us-east-1 is LOST: 4 of 5 edges cannot reach it; 24 of 30 probes failed; "
                        + "240 of 310 requests failed. Its contingency is in force for everyone.");
        assertThat(new Cause.RegionDown(EAST, new Evidence(5, 0, Tally.NONE, Tally.NONE, 0)).sentence())
                .startsWith("us-east-1 is DOWN: 0 of 5 edges cannot reach it. ");
    }

    @Test
    void sentenceOfAnOrderNamesWhoAskedAndWhy() {
        assertThat(new Cause.EvacuationOrdered(OrderId.of("e-1"), EAST, Pace.EMERGENCY, "anna", "disks").sentence())
                .isEqualTo("anna ordered the evacuation of us-east-1 (emergency): disks");
    }

    @Test
    void sheddingNamesTheRegionsInRotation() {
        assertThat(new Cause.Shedding(99.6, List.of(EAST, RegionId.of("us-west-2"))).sentence())
                .isEqualTo("100 requests/s fit into no region in rotation [us-east-1, us-west-2] "
                        + "and get the edges' static answer.");
    }
}
