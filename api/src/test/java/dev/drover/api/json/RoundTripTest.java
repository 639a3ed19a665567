package dev.drover.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.cause.Cause;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Orders;
import dev.drover.api.problem.Problem;
import dev.drover.api.receipt.Limit;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.Prediction;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.rest.StatusView;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.sample.AnyValue;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.ControllerMessage;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.RegionVerdict;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class RoundTripTest {

    /** Everything that is read as a document of its own. */
    private static final List<Class<?>> DOCUMENTS = List.of(
            EdgePolicy.class,
            SealedPolicy.class,
            RoutingPolicy.class,
            Orders.class,
            Evacuation.class,
            RegionVerdict.class,
            Problem.class,
            AgentView.class,
            EdgeView.class,
            RegionView.class,
            StatusView.class,
            PublicationView.class,
            Receipt.class,
            EvacuationView.class,
            EvacuationRequest.class,
            RestoreRequest.class,
            Prediction.class);

    @Provide
    Arbitrary<Tuple2<Class<?>, Object>> documents() {
        return eachOf(DOCUMENTS.stream().map(type -> Tuple.of(type, type)));
    }

    /** Each alternative of what is sealed, read as the whole: the type that is written must find the way back. */
    @Provide
    Arbitrary<Tuple2<Class<?>, Object>> alternatives() {
        return eachOf(Stream.of(AgentMessage.class, ControllerMessage.class, Cause.class, Limit.class)
                .flatMap(whole -> Stream.of(whole.getPermittedSubclasses()).map(type -> Tuple.of(whole, type))));
    }

    private static Arbitrary<Tuple2<Class<?>, Object>> eachOf(Stream<Tuple2<Class<?>, Class<?>>> types) {
        return Arbitraries.oneOf(types.<Arbitrary<Tuple2<Class<?>, Object>>>map(
                        pair -> AnyValue.of(pair.get2()).map(value -> Tuple.of(pair.get1(), (Object) value)))
                .toList());
    }

    @Property(tries = 600)
    void documentReadsBackAsItWasWritten(@ForAll("documents") Tuple2<Class<?>, Object> document) {
        readsBack(document.get2(), document.get1());
    }

    @Property(tries = 600)
    void messageAndCauseReadBackAsTheyWereWritten(@ForAll("alternatives") Tuple2<Class<?>, Object> message) {
        readsBack(message.get2(), message.get1());
        assertThat(Json.write(message.get2())).doesNotContainPattern("^.\"(type|kind)\":\"[^\"]*[$.A-Z]");
    }

    @Provide
    Arbitrary<SteeringPolicy> steeringPolicies() {
        return AnyValue.of(SteeringPolicy.class);
    }

    @Property(tries = 200)
    void steeringPolicyReadsBackFromTheStoreAsItWasWritten(@ForAll("steeringPolicies") SteeringPolicy policy) {
        assertThat(SteeringPolicies.readStored(SteeringPolicies.write(policy))).isEqualTo(policy);
        readsBack(policy, SteeringPolicy.class);
    }

    private static void readsBack(Object value, Class<?> type) {
        String written = Json.write(value);

        assertThat((Object) Json.readMessage(written, type)).isEqualTo(value);
        assertThat((Object) Json.readWritten(Json.writePretty(value), type)).isEqualTo(value);
        assertThat((Object) Json.readWritten(Json.toTree(value), type)).isEqualTo(value);
        assertThat(Json.write(Json.readMessage(written, type))).isEqualTo(written);
    }
}
