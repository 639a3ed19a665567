package dev.drover.api.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.json.Json;
import dev.drover.api.sample.Slices;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingPolicyTest {

    private static final ClusterId CLUSTER = ClusterId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Provide
    Arbitrary<RoutingPolicy> policies() {
        return Slices.routingPolicies();
    }

    @Property(tries = 100)
    void sliceHoldsWhatThePolicySaysOfItsEdge(@ForAll("policies") RoutingPolicy policy) {
        policy.edges().forEach((edge, slots) -> {
            EdgePolicy slice = policy.sliceFor(edge).orElseThrow();
            assertThat(slice.slots()).isEqualTo(slots);
            assertThat(slice.id()).isEqualTo(policy.id());
            assertThat(slice.regions()).isEqualTo(policy.regions());
        });
        assertThat(policy.sliceFor(EdgeId.of("nowhere"))).isEmpty();
    }

    @Test
    void policyNamesTheEdgeWhoseSlotsAreWrong() {
        RoutingPolicy policy = Slices.routingPolicies()
                .filter(any -> any.edges().containsKey(EdgeId.of("fra")))
                .sample();
        String broken = Json.write(policy).replaceFirst("\"fra\":\\[[^]]*]", "\"fra\":[\"0-9999 mars/us-east-1\"]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.readMessage(broken, RoutingPolicy.class))
                .withMessageStartingWith("/edges/fra: slots: 0-9999 mars/us-east-1: unknown region mars (expected: ");
    }

    @Test
    void higherEpochIsNewerWhateverTheRevision() {
        PolicyId old = new PolicyId(CLUSTER, 3, 41);

        assertThat(new PolicyId(CLUSTER, 4, 1).isNewerThan(old)).isTrue();
        assertThat(new PolicyId(CLUSTER, 3, 42).isNewerThan(old)).isTrue();
        assertThat(new PolicyId(CLUSTER, 3, 41).isNewerThan(old)).isFalse();
        assertThat(new PolicyId(CLUSTER, 3, 40).isNewerThan(old)).isFalse();
        assertThat(new PolicyId(CLUSTER, 2, 99).isNewerThan(old)).isFalse();
        assertThat(old).hasToString("epoch 3 revision 41");
    }

    @Test
    void epochAndRevisionBeginAtOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyId(CLUSTER, 0, 1))
                .withMessageStartingWith("epoch: 0 (expected: 1 to ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyId(CLUSTER, 1, -5))
                .withMessageStartingWith("revision: -5 (expected: 1 to ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "http://10.0.0.1:8080",
                "http://eu.example.org/",
                "http://[2001:db8::1]:65535",
                "http://a-b.example:1"
            })
    void originIsHostAndPort(String origin) {
        assertThatCode(() -> Origins.check(List.of(URI.create(origin)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a",
                "a:8080",
                "//10.0.0.1",
                "https://a",
                "HTTP://a",
                "ftp://a",
                "http:a",
                "http:///",
                "http://a/b",
                "http://a?b",
                "http://a#b",
                "http://u@a",
                "http://u:p@a",
                "http://a:0",
                "http://a:65536",
                "http://a:99999",
                "http://a_b",
                "file:///etc/passwd"
            })
    void originThatIsMoreOrLessIsRefused(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origins.check(List.of(URI.create(origin))))
                .withMessage("origins: '" + origin + "' (expected: http://host:port without a path)");
    }

    @Test
    void noOriginAndTooManyAreRefused() {
        List<URI> tooMany = Collections.nCopies(Origins.MAX + 1, URI.create("http://a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origins.check(List.of()))
                .withMessage("origins: 0 (expected: 1 to 16 URLs)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origins.check(tooMany))
                .withMessageStartingWith("origins: 17 (");
    }

    @Test
    void portIsEightyWhereTheOriginNamesNone() {
        assertThat(Origins.portOf(URI.create("http://a"))).isEqualTo(80);
        assertThat(Origins.portOf(URI.create("http://a:8080"))).isEqualTo(8080);
    }
}
