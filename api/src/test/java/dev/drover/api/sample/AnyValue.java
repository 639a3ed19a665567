package dev.drover.api.sample;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.OrderId;
import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.Latencies;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.steering.SteeringPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Values of any type that travels or is stored, made from its shape, so that no new field is forgotten. */
public final class AnyValue {

    private static final double ABSENT = 0.3;

    private static final Map<Class<?>, Supplier<Arbitrary<?>>> BY_TYPE = Map.ofEntries(
            Map.entry(int.class, () -> Ranges.whole(0, Integer.MAX_VALUE)),
            Map.entry(Integer.class, () -> Ranges.whole(0, Integer.MAX_VALUE)),
            Map.entry(long.class, () -> Ranges.counts(1, 1_000_000_000_000L)),
            Map.entry(Long.class, () -> Ranges.counts(0, Long.MAX_VALUE)),
            Map.entry(double.class, AnyValue::finite),
            Map.entry(Double.class, AnyValue::finite),
            Map.entry(boolean.class, () -> Arbitraries.of(true, false)),
            Map.entry(Boolean.class, () -> Arbitraries.of(true, false)),
            Map.entry(String.class, Ranges::texts),
            Map.entry(Duration.class, () -> Ranges.time(0, 999_999_999_999L)),
            Map.entry(Instant.class, () -> Ranges.instants("1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z")),
            Map.entry(URI.class, AnyValue::origins),
            Map.entry(RegionId.class, () -> Arbitraries.of(Slices.REGIONS)),
            Map.entry(EdgeId.class, () -> names().map(EdgeId::of)),
            Map.entry(ServiceId.class, () -> names().map(ServiceId::of)),
            Map.entry(AgentId.class, () -> names().map(name -> AgentId.of("fra/" + name))),
            Map.entry(OrderId.class, () -> names().map(OrderId::of)),
            Map.entry(
                    ClusterId.class,
                    () -> Arbitraries.create(() -> ClusterId.of("0f8fad5b-d9cb-469f-a165-70867728950e"))),
            Map.entry(Owner.class, () -> Arbitraries.of("us-east-1", "shed").map(Owner::parse)),
            Map.entry(Latencies.class, AnyValue::latencies),
            Map.entry(SlotTable.class, () -> Slices.tables(Slices.REGIONS)),
            Map.entry(EdgePolicy.class, Slices::edgePolicies),
            Map.entry(RoutingPolicy.class, Slices::routingPolicies),
            Map.entry(SealedPolicy.class, () -> Slices.edgePolicies().map(SealedPolicy::seal)),
            Map.entry(SteeringPolicy.class, Policies::steeringPolicies));

    private AnyValue() {}

    /** Values of that type; of every alternative if it is sealed. */
    public static <T> Arbitrary<T> of(Class<T> type) {
        return anything(type).map(type::cast);
    }

    static Arbitrary<URI> origins() {
        return Arbitraries.of("http://10.0.0.1:8080", "http://eu.example.org", "http://[2001:db8::1]:80", "http://a/")
                .map(URI::create);
    }

    /** Values of that record; the components named in the map are made as it says. */
    static <T extends Record> Arbitrary<T> record(Class<T> type, Map<String, Arbitrary<?>> given) {
        List<Arbitrary<Object>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Arbitrary<?> arbitrary = given.getOrDefault(component.getName(), component(type, component));
            components.add(arbitrary.asGeneric());
        }
        return Combinators.combine(components).as(values -> construct(type, values));
    }

    private static Arbitrary<?> component(Class<?> type, RecordComponent component) {
        Arbitrary<?> range = Ranges.BY_COMPONENT.get(type.getSimpleName() + "." + component.getName());
        Arbitrary<?> value = range == null ? anything(component.getGenericType()) : range;
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? value.injectNull(ABSENT) : value;
    }

    private static Arbitrary<?> anything(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        Supplier<Arbitrary<?>> known = BY_TYPE.get(raw);
        if (known != null) {
            return known.get();
        }
        if (raw.isEnum()) {
            return Arbitraries.of(raw.getEnumConstants());
        }
        if (raw.isSealed()) {
            return Arbitraries.oneOf(Stream.of(raw.getPermittedSubclasses())
                    .map(alternative -> anything(alternative).asGeneric())
                    .toList());
        }
        return record(raw.asSubclass(Record.class), Map.of());
    }

    private static Arbitrary<?> container(ParameterizedType type) {
        Arbitrary<?> first = anything(type.getActualTypeArguments()[0]);
        if (type.getRawType() == List.class) {
            return first.list().ofMinSize(1).ofMaxSize(4);
        }
        if (type.getRawType() == SortedMap.class) {
            return Arbitraries.maps(first, anything(type.getActualTypeArguments()[1]))
                    .ofMaxSize(4)
                    .map(TreeMap::new);
        }
        throw new AssertionError("no values of " + type);
    }

    private static <T extends Record> T construct(Class<T> type, List<Object> values) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " of " + values, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no public constructor", e);
        }
    }

    private static Arbitrary<Latencies> latencies() {
        return Arbitraries.doubles().between(0, 600_000).list().ofMaxSize(5).map(all -> {
            Latencies latencies = Latencies.NONE;
            for (double ms : all) {
                latencies = latencies.plus(ms);
            }
            return latencies;
        });
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "0", "fra", "sin-2", "a".repeat(63));
    }

    /** Every double that is a number, not only those with few digits. */
    private static Arbitrary<Double> finite() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(number -> Double.isFinite(number));
    }
}
