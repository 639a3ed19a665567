package dev.drover.api.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.sample.AnyValue;
import dev.drover.api.sample.Slices;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedPolicyTest {

    private static final EdgePolicy POLICY = AnyValue.of(EdgePolicy.class).sample();
    private static final SealedPolicy SEALED = SealedPolicy.seal(POLICY);
    private static final String SLOTS = "\"slots\":[\"0-9999 us-east-1/us-west-2\"]";

    @Provide
    Arbitrary<EdgePolicy> policies() {
        return Slices.edgePolicies();
    }

    @Property(tries = 100)
    void sealedSliceOpensAsItWas(@ForAll("policies") EdgePolicy policy) {
        SealedPolicy sealed = SealedPolicy.seal(policy);

        assertThat(sealed.sha256()).matches("[0-9a-f]{64}");
        assertThat(sealed.open()).isEqualTo(policy);
    }

    @Property(tries = 300)
    void sliceWithOneBitFlippedIsRefused(@ForAll long where) {
        byte[] bytes = SEALED.body().getBytes(StandardCharsets.US_ASCII);
        int bit = (int) Long.remainderUnsigned(where, bytes.length * 7L);
        bytes[bit / 7] ^= (byte) (1 << (bit % 7));
        SealedPolicy flipped = new SealedPolicy(SEALED.sha256(), new String(bytes, StandardCharsets.US_ASCII));

        assertThatIllegalArgumentException()
                .isThrownBy(flipped::open)
                .withMessageStartingWith("policy hash: ")
                .withMessageContaining("(expected: " + SEALED.sha256() + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
    void sliceUnderAnotherHashIsRefused(String hash) {
        assertThatIllegalArgumentException()
                .isThrownBy(new SealedPolicy(hash, SEALED.body())::open)
                .withMessageStartingWith("policy hash: " + SealedPolicy.hash(SEALED.body()))
                .withMessageEndingWith("(expected: " + hash + ")");
    }

    @Test
    void hugeHashIsNotRepeatedInTheError() {
        assertThatIllegalArgumentException()
                .isThrownBy(new SealedPolicy("f".repeat(100_000), SEALED.body())::open)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void oversizeSliceIsRefusedBeforeItIsHashed() {
        String body = SEALED.body() + " ".repeat(SealedPolicy.MAX_BODY_CHARACTERS);

        assertThatIllegalArgumentException()
                .isThrownBy(new SealedPolicy(SealedPolicy.hash(body), body)::open)
                .withMessage("policy: " + body.length() + " characters (expected: at most 262144)");
    }

    @Test
    void sliceAtTheLimitIsRead() {
        String body = SEALED.body()
                + " ".repeat(SealedPolicy.MAX_BODY_CHARACTERS - SEALED.body().length());

        assertThat(new SealedPolicy(SealedPolicy.hash(body), body).open()).isEqualTo(POLICY);
    }

    @Test
    void fieldsOfALaterBuildAreCoveredByTheHashAndIgnored() {
        String body = SEALED.body().replaceFirst("\\{", "{\"later\":{\"a\":1},");

        assertThat(new SealedPolicy(SealedPolicy.hash(body), body).open()).isEqualTo(POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"0-9999 mars/us-west-2\"]            | /slots | 0-9999 mars/us-west-2: unknown region mars",
                "[\"0-9999 us-east-1/mars\"]            | /slots | unknown region mars (expected: one of [",
                "[\"0-9999 us-east-1/shed/mars\"]       | /slots | unknown region mars (expected: one of [",
                "[\"0-9999 ap-south-1/us-east-1\"]      | /slots | ap-south-1 is closed (expected: a closed region "
                        + "is nobody's owner)",
                "[\"0-9999 us-east-1/ap-south-1\"]      | /slots | ap-south-1 is closed (expected: a closed region "
                        + "is nobody's understudy)",
                "[\"0-4999 us-east-1/us-west-2\"]       | /slots | slot 5000 has no owner",
                "[\"1-9999 us-east-1/us-west-2\"]       | /slots | slot 0 has no owner",
                "[\"0-9999 us-east-1/us-east-1\"]       | /slots/0 | us-east-1 is its own understudy",
                "[\"0-9999 us-east-1\"]                 | /slots/0 | '0-9999 us-east-1' (expected: first-last ",
                "[]                                     | /slots | slot 0 has no owner",
                "{}                                     | /slots | an object (expected: a list)",
                "[null]                                 | /slots/0 | null (expected: text)"
            })
    void sliceThatDoesNotHoldTogetherIsRefusedWithTheReason(String slots, String pointer, String reason) {
        String whole = Json.write(POLICY).replaceFirst("\"slots\":\\[[^]]*]", SLOTS);
        String broken = whole.replace(SLOTS, "\"slots\":" + slots);
        SealedPolicy sealed = new SealedPolicy(SealedPolicy.hash(broken), broken);

        assertThat(new SealedPolicy(SealedPolicy.hash(whole), whole).open().regions())
                .containsKey(RegionId.of("ap-south-1"));
        assertThatIllegalArgumentException()
                .isThrownBy(sealed::open)
                .isInstanceOfSatisfying(UnreadableJsonException.class, e -> assertThat(e.pointer())
                        .isEqualTo(pointer))
                .withMessageContaining(reason);
    }

    @Test
    void closedRegionMayStillBeAHome() {
        String body = Json.write(POLICY)
                .replaceFirst("\"slots\":\\[[^]]*]", "\"slots\":[\"0-9999 us-east-1/shed/ap-south-1\"]");

        assertThat(new SealedPolicy(SealedPolicy.hash(body), body)
                        .open()
                        .slots()
                        .runs())
                .hasSize(1);
    }
}
