package dev.drover.edge.adopt;

import static dev.drover.edge.Given.AGENT;
import static dev.drover.edge.Given.EAST;
import static dev.drover.edge.Given.HOMEPAGE;
import static dev.drover.edge.Given.OTHER_CLUSTER;
import static dev.drover.edge.Given.WEST;
import static dev.drover.edge.Given.id;
import static dev.drover.edge.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdopterTest {

    private final Adopter adopter = new Adopter(HOMEPAGE, AGENT.edge());
    private final EdgePolicy inForce = policy(5, 10).build();

    private Adoption judge(SealedPolicy sealed) {
        return adopter.judge(sealed, inForce.id(), inForce);
    }

    private static String reasonOf(Adoption adoption) {
        assertThat(adoption).isInstanceOf(Adoption.Refused.class);
        return ((Adoption.Refused) adoption).reason();
    }

    @Test
    void newerPublicationIsAdopted() {
        EdgePolicy next = policy(5, 11).build();

        assertThat(judge(SealedPolicy.seal(next))).isEqualTo(new Adoption.Adopted(next));
    }

    @Test
    void firstPublicationEverIsAdoptedWhateverItsEpoch() {
        assertThat(adopter.judge(policy(1_000_000, 7).sealed(), null, null)).isInstanceOf(Adoption.Adopted.class);
    }

    @Test
    void samePublicationFromAnotherReplicaIsNoError() {
        assertThat(judge(policy(5, 10).sealed())).isEqualTo(new Adoption.Ignored(id(5, 10)));
    }

    @ParameterizedTest
    @CsvSource({"5,9", "4,10", "4,11", "1,999999"})
    void olderPublicationIsRefused(long epoch, long revision) {
        Adoption adoption = judge(policy(epoch, revision).sealed());

        assertThat(adoption)
                .isEqualTo(new Adoption.Refused(
                        "older: " + id(epoch, revision) + " (expected: newer than epoch 5 revision 10)",
                        id(epoch, revision)));
    }

    @Test
    void higherEpochCountsMoreThanAnyRevision() {
        assertThat(judge(policy(6, 1).sealed())).isInstanceOf(Adoption.Adopted.class);
    }

    @Test
    void newestAppliedIsWelcomeAgainAfterARestart() {
        assertThat(adopter.judge(policy(5, 10).sealed(), id(5, 10), null)).isInstanceOf(Adoption.Adopted.class);
        assertThat(adopter.judge(policy(5, 10).sealed(), id(5, 10), policy(5, 9).build()))
                .isInstanceOf(Adoption.Adopted.class);
    }

    @ParameterizedTest
    @CsvSource({"10005,true", "10006,false", "9223372036854775807,false"})
    void epochThatJumpsTooFarIsRefused(long epoch, boolean adopted) {
        assertThat(judge(policy(epoch, 11).sealed()) instanceof Adoption.Adopted)
                .isEqualTo(adopted);
    }

    @Test
    void anotherClusterIsRefusedHoweverNew() {
        assertThat(reasonOf(judge(policy(9, 99).of(OTHER_CLUSTER).sealed())))
                .contains("cluster: " + OTHER_CLUSTER)
                .contains("expected: 00000000-0000-4000-8000-000000000001");
    }

    @Test
    void anotherEdgesOrServicesSliceIsRefused() {
        assertThat(reasonOf(judge(policy(5, 11).edge("iad").sealed()))).isEqualTo("edge: iad (expected: fra)");
        assertThat(reasonOf(judge(policy(5, 11).service("search").sealed())))
                .isEqualTo("service: search (expected: homepage)");
    }

    @Test
    void flippedBitIsRefused() {
        SealedPolicy sealed = policy(5, 11).sealed();
        SealedPolicy flipped = new SealedPolicy(sealed.sha256(), sealed.body().replace("0-3999", "0-3899"));

        assertThat(reasonOf(judge(flipped))).startsWith("unreadable: policy hash: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "\u0000", "{\"service\":\"homepage\"}", "1e400"})
    void whatIsNoPolicyIsRefused(String body) {
        SealedPolicy sealed = new SealedPolicy(SealedPolicy.hash(body), body);

        assertThat(judge(sealed)).isInstanceOfSatisfying(Adoption.Refused.class, refused -> {
            assertThat(refused.policy()).isNull();
            assertThat(refused.reason()).startsWith("unreadable: ").hasSizeLessThan(600);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "8000-9999 eu-west-1/us-east-1,8001-9999 eu-west-1/us-east-1,slot 8000 has no owner",
        "4000-7999 us-west-2,3999-7999 us-west-2,slot 3999 has two owners",
        "4000-7999 us-west-2/eu-west-1,4000-7999 us-west-9/eu-west-1,unknown region us-west-9",
        "4000-7999 us-west-2/eu-west-1,4000-7999 us-west-2/us-west-2,is its own understudy"
    })
    void brokenSlotsAreRefusedByName(String sound, String broken, String reason) {
        String body = policy(5, 11).sealed().body().replace(sound, broken);

        assertThat(reasonOf(judge(new SealedPolicy(SealedPolicy.hash(body), body))))
                .contains(reason);
    }

    @Test
    void closedRegionThatOwnsSlotsIsRefused() {
        String sound = policy(5, 11).sealed().body();
        String broken = sound.replaceFirst("\"mark\":\"OPEN\"", "\"mark\":\"CLOSED\"");

        assertThat(broken).isNotEqualTo(sound);
        assertThat(reasonOf(judge(new SealedPolicy(SealedPolicy.hash(broken), broken))))
                .contains("eu-west-1 is closed");
    }

    @Test
    void drainingRegionMayNotGain() {
        SealedPolicy gains = policy(5, 11)
                .slots("0-4000 us-east-1/us-west-2", "4001-9999 us-west-2/us-east-1")
                .mark(EAST, Mark.DRAINING)
                .sealed();

        assertThat(reasonOf(judge(gains)))
                .isEqualTo("us-east-1 is draining and owns 4001 slots (expected: at most the 4000 it owned before,"
                        + " unless the publication is a roll-back)");
    }

    @Test
    void drainingRegionMayGainByARollBackAndMayLose() {
        assertThat(judge(policy(5, 11)
                        .slots("0-4000 us-east-1/us-west-2", "4001-9999 us-west-2/us-east-1")
                        .mark(EAST, Mark.DRAINING)
                        .rollback()
                        .sealed()))
                .isInstanceOf(Adoption.Adopted.class);
        assertThat(judge(policy(5, 11)
                        .slots("0-3000 us-east-1/us-west-2", "3001-9999 us-west-2/us-east-1")
                        .mark(EAST, Mark.DRAINING)
                        .sealed()))
                .isInstanceOf(Adoption.Adopted.class);
    }

    @Test
    void agentThatWasAwayCannotKnowWhatADrainingRegionHadBefore() {
        SealedPolicy later = policy(5, 40)
                .slots("0-8000 us-east-1/us-west-2", "8001-9999 us-west-2/us-east-1")
                .mark(EAST, Mark.DRAINING)
                .sealed();
        EdgePolicy draining = policy(5, 10).mark(EAST, Mark.DRAINING).build();

        assertThat(judge(later)).isInstanceOf(Adoption.Adopted.class);
        assertThat(adopter.judge(later, draining.id(), draining)).isInstanceOf(Adoption.Refused.class);
    }

    @Test
    void keptPolicyOlderThanTheNewestAppliedIsGoodEnoughToStartFrom() {
        assertThat(adopter.revive(policy(5, 8).sealed(), id(5, 10))).isInstanceOf(Adoption.Adopted.class);
        assertThat(adopter.revive(policy(5, 8).of(OTHER_CLUSTER).sealed(), id(5, 10)))
                .isInstanceOf(Adoption.Refused.class);
    }

    @Property(tries = 100)
    void adoptionNeverGoesBack(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 5) Integer> epochs,
            @ForAll @IntRange(min = 1, max = 1_000) int seed) {
        PolicyId newest = null;
        EdgePolicy current = null;
        for (int i = 0; i < epochs.size(); i++) {
            SealedPolicy sent = policy(epochs.get(i), 1 + (seed * 31L * (i + 1)) % 17)
                    .mark(WEST, Mark.OPEN)
                    .sealed();
            Adoption adoption = adopter.judge(sent, newest, current);
            if (adoption instanceof Adoption.Adopted adopted) {
                assertThat(isOlder(adopted.policy().id(), newest)).isFalse();
                newest = adopted.policy().id();
                current = adopted.policy();
            }
        }
    }

    private static boolean isOlder(PolicyId id, @Nullable PolicyId than) {
        return than != null && !id.isNewerThan(than);
    }
}
